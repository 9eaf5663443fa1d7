// Makes the few elements of the launcher, the menu and the rail without HTML strings.

type Attributes = Record<string, string>

export function build<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const name in attributes) element.setAttribute(name, attributes[name] ?? '')
  element.append(...children)
  return element
}

/** A button that only a person can press: clicks that a script made do nothing. */
export function pressable(attributes: Attributes, press: (event: MouseEvent) => void, ...children: (Node | string)[]): HTMLButtonElement {
  const button = build('button', { type: 'button', ...attributes }, ...children)
  button.addEventListener('click', (event) => {
    if (event.isTrusted) press(event)
  })
  return button
}
