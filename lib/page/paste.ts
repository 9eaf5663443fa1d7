// A paste as an editor gets it from a person's clipboard: plain text always, and formatted text where there is some.

/** Firefox: the page's own side of an object, past the wall that keeps the page from what scripts of extensions leave there. */
type Waived<T> = T & { wrappedJSObject?: T }

/** Firefox takes no clipboard from a script, but the text in two words of its own; what is said there, the page can read. */
function pasteOf(text: string, html: string | null): ClipboardEvent {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  if (html !== null) clipboardData.setData('text/html', html)
  const init = { clipboardData, dataType: 'text/plain', data: text, bubbles: true, cancelable: true, composed: true }
  const event: Waived<ClipboardEvent> = new ClipboardEvent('paste', init)
  if (html !== null) event.wrappedJSObject?.clipboardData?.setData('text/html', html)
  return event
}

/** True when the editor took the paste over; a plain editable ignores a paste that a script made. */
export function paste(element: HTMLElement, text: string, html: string | null): boolean {
  if (!element.dispatchEvent(pasteOf(text, html))) return true
  // Slate leaves formatted pastes to the browser and takes them from the edit that follows. Typed past it they would stand in the page only.
  const dataTransfer = pasteOf(text, html).clipboardData
  return !element.dispatchEvent(new InputEvent('beforeinput', { inputType: 'insertFromPaste', dataTransfer, bubbles: true, cancelable: true, composed: true }))
}
