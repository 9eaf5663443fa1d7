// Reads the values that a plan names, raw, from what is visible. Decides nothing about them.
import type { PageRead } from '../schema/page.ts'
import { lookLimit } from './gather.ts'
import { rootsAmong, rootsUnder } from './roots.ts'
import { fieldValue, isField, isSecret, isVisible, squeeze } from './visible.ts'

const longest = 5000
/** More elements than these that have no value are no copies of a field. */
const mostCopies = 1000
const cut = (text: string | null | undefined) => (text ? squeeze(text).slice(0, longest) : '') || null

/** Text of a plain element; of a form field, or of the one field inside, the live value. */
function shownValue(element: Element): string | null {
  const field = isField(element) ? element : element.querySelector('input,textarea,select')
  if (field && isField(field) && (field === element || isVisible(field))) return cut(fieldValue(field))
  return isSecret(element) ? null : cut(element.textContent)
}

function readSelector(page: Document, selector: string, attribute: string | null): string | null {
  let looks = 0
  for (const element of page.querySelectorAll(selector)) {
    if (looks++ > mostCopies) return null
    // Nothing in <head> is ever visible; elsewhere a hidden copy may belong to another case.
    if ((!isVisible(element) && !page.head.contains(element)) || isSecret(element)) continue
    const value =
      isField(element) && (!attribute || attribute === 'value') ? shownValue(element) : attribute ? cut(element.getAttribute(attribute)) : shownValue(element)
    if (value) return value
  }
  return null
}

function besideCell(cell: HTMLTableCellElement): Element | null | undefined {
  const row = cell.parentElement as HTMLTableRowElement
  const below = [...row.cells].every(({ tagName }) => tagName === 'TH') && row.cells.length > 1
  if (!below && cell.nextElementSibling) return cell.nextElementSibling
  const table = cell.closest('table')
  return table?.rows[[...table.rows].indexOf(row) + 1]?.cells[cell.cellIndex]
}

/** The value that belongs to a label: its control, the next cell, the next sibling, or what follows around it. */
function beside(label: Element, text: string): string | null {
  const control = label.closest('label')?.control
  if (control && isField(control)) return cut(fieldValue(control))
  for (let element: Element | null = label; element && element !== element.ownerDocument.body; element = element.parentElement) {
    if (squeeze(element.textContent ?? '').length > text.length + 3) return null
    if (element.matches('td,th')) {
      const cell = besideCell(element as HTMLTableCellElement)
      return cell ? shownValue(cell) : null
    }
    for (let next = element.nextSibling; next; next = next.nextSibling) {
      const value = next instanceof Element ? (isVisible(next) ? shownValue(next) : null) : next.nodeType === Node.TEXT_NODE ? cut(next.nodeValue) : null
      // A lone colon stands between the two.
      const bare = value?.replace(/^[:：]\s*/, '')
      if (bare) return bare
    }
  }
  return null
}

/** As labels are compared. */
export const plain = (text: string) =>
  squeeze(text)
    .toLowerCase()
    .replace(/ ?[:：*]+$/, '')

interface Label {
  element: Element
  text: string
}

/** One pass over the texts of `root` finds all of `wanted` at once, and takes out what it found. */
function findLabels(root: Node, wanted: Map<string, (label: Label, value: string) => void>) {
  const longest = Math.max(...[...wanted.keys()].map((text) => text.length)) + 20
  const initials = new Set([...wanted.keys()].map((text) => text[0]))
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  let looks = 0
  while (wanted.size && looks++ < lookLimit && walker.nextNode()) {
    const text = (walker.currentNode.nodeValue ?? '').trim()
    // Nearly every text of a page ends here.
    if (!text || text.length > longest || !initials.has(text[0]?.toLowerCase())) continue
    const found = wanted.get(plain(text))
    const element = found && walker.currentNode.parentElement
    if (!found || !element || element.closest('option,script,style,button') || !isVisible(element)) continue
    const label = { element, text: squeeze(text) }
    const value = beside(label.element, label.text)
    if (!value) continue
    found(label, value)
    wanted.delete(plain(text))
  }
}

/**
 * Reads the plan's values, null where nothing was found; a selector that the browser refuses counts as nothing found. Remembers where
 * labels stood: with `added`, only those nodes are searched for labels that were missing. `page` is another document for who reads a copy.
 */
export function createReader(reads: PageRead[], page = document): (added: Node[] | null) => Record<string, string | null> {
  const known = new Map<string, Label>()

  function readKnown(key: string): string | null {
    const label = known.get(key)
    return label?.element.isConnected && isVisible(label.element) ? beside(label.element, label.text) : null
  }

  return (added) => {
    const values: Record<string, string | null> = {}
    const missing = new Map<string | null, Map<string, (label: Label, value: string) => void>>()
    for (const read of reads) {
      try {
        values[read.key] = read.by === 'selector' ? readSelector(page, read.selector, read.attribute) : added && readKnown(read.key)
      } catch {
        values[read.key] = null
      }
      if (read.by === 'selector' || values[read.key]) continue
      const scope = missing.get(read.within) ?? new Map()
      const others = scope.get(plain(read.label))
      const found = (label: Label, value: string) => {
        others?.(label, value)
        known.set(read.key, label)
        values[read.key] = value
      }
      missing.set(read.within, scope.set(plain(read.label), found))
    }
    for (const [within, wanted] of missing) {
      for (const root of added ? rootsAmong(added, within) : rootsUnder(page, within)) if (wanted.size) findLabels(root, wanted)
    }
    return values
  }
}
