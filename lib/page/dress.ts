// Gives a shadow root one more sheet.

export function dress(root: ShadowRoot, style: string) {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(style)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  } catch {
    // Firefox may refuse a sheet made in the isolated world.
    const element = document.createElement('style')
    element.textContent = style
    root.append(element)
  }
}
