// Makes room for a docked rail by a margin on <html>, the one change that measured least harmful, and takes it back to the letter.

export interface Dock {
  /** True when the page really gave way; false when it kept its width and the rail must float. */
  set: (side: 'left' | 'right', width: number) => boolean
  clear: () => void
}

export function createDock(): Dock {
  const { style } = document.documentElement
  let kept: { name: string; value: string; priority: string } | null = null

  function clear() {
    if (!kept) return
    if (kept.value) style.setProperty(kept.name, kept.value, kept.priority)
    else style.removeProperty(kept.name)
    // Asking for the attribute first makes the browser write it out; removed unasked it would stay behind, empty.
    if (!document.documentElement.getAttribute('style')) document.documentElement.removeAttribute('style')
    kept = null
  }

  /** The strip beside the margin must be bare; a shell of fixed elements does not move with <html>. */
  function gaveWay(side: 'left' | 'right', width: number) {
    const x = side === 'right' ? document.documentElement.clientWidth - width / 2 : width / 2
    return [0.2, 0.5, 0.8].every((part) => {
      const below = document.elementsFromPoint(x, innerHeight * part).find(({ localName }) => localName !== 'handrail-host')
      return !below || below === document.documentElement
    })
  }

  return {
    set(side, width) {
      const name = `margin-${side}`
      if (kept?.name !== name) {
        clear()
        kept = { name, value: style.getPropertyValue(name), priority: style.getPropertyPriority(name) }
      }
      style.setProperty(name, `${width}px`, 'important')
      if (gaveWay(side, width)) return true
      clear()
      return false
    },
    clear,
  }
}
