// Dialogs of many pages fetch the focus back from all that is not their own, and nobody could type in the rail beside one. While the rail
// is open the page hears nothing of the focus coming to it, and of its own loss as if the window had lost it.

/** Returns the way to stop. */
export function quietFocus(host: Element): () => void {
  const off = new AbortController()
  const options = { capture: true, signal: off.signal }
  const coming = (event: FocusEvent) => {
    if (event.target === host) event.stopImmediatePropagation()
  }
  const leaving = (event: FocusEvent) => {
    if (event.relatedTarget !== host) return
    event.stopImmediatePropagation()
    event.composedPath()[0]?.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }))
  }
  addEventListener('focusin', coming, options)
  addEventListener('focusout', leaving, options)
  return () => off.abort()
}
