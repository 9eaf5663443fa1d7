// A paste as an editor gets it from a person's clipboard: plain text always, and formatted text where there is some.

/** True when the editor took the paste over; a plain editable ignores a paste that a script made. */
export function paste(element: HTMLElement, text: string, html: string | null): boolean {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  if (html !== null) clipboardData.setData('text/html', html)
  return !element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }))
}
