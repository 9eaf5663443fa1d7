// Where the focus goes when the control that had it is gone: what a person would do next on this screen.

export const isThere = (element: Element) => element.isConnected && element.checkVisibility() && !element.matches(':disabled')

const wanted = ['[data-current="true"] [data-primary]', '[data-suggestion]', 'main :is(button, a[href], input, textarea, select, summary)']

export function landing(): HTMLElement | null {
  for (const selector of wanted) {
    const found = Array.from(document.querySelectorAll<HTMLElement>(selector)).find((element) => isThere(element) && !element.matches('[data-search]'))
    if (found) return found
  }
  return null
}

/** Out of a field without sending it: to its step's menu, from where the keys of the step work; in a thread to the thread; elsewhere to what comes next. */
export function leaveField(field: Element): void {
  const beside = field.closest('[data-step]')?.querySelector<HTMLElement>('[aria-haspopup]') ?? field.closest<HTMLElement>('section[tabindex]') ?? landing()
  if (beside) beside.focus()
  else (field as HTMLElement).blur()
}
