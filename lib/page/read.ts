// Reads the values that a plan names, raw, from what is visible. Decides nothing about them.
import type { PageRead } from '../schema/page.ts'
import { fieldValue, isField, isVisible, squeeze } from './visible.ts'

const longest = 5000
const cut = (text: string | null | undefined) => (text ? squeeze(text).slice(0, longest) : '') || null

/** Text of a plain element; of a form field, or of the one field inside, the live value. */
function shownValue(element: Element): string | null {
  const field = isField(element) ? element : element.querySelector('input,textarea,select')
  if (field && isField(field) && (field === element || isVisible(field))) return cut(fieldValue(field))
  return cut(element.textContent)
}

function readSelector(selector: string, attribute: string | null): string | null {
  for (const element of document.querySelectorAll(selector)) {
    // Nothing in <head> is ever visible; elsewhere a hidden copy may belong to another case.
    if (!isVisible(element) && !document.head.contains(element)) continue
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
  for (let element: Element | null = label; element && element !== document.body; element = element.parentElement) {
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

const plain = (text: string) =>
  squeeze(text)
    .replace(/\s*[:：*]+$/, '')
    .toLowerCase()

/** One pass over the texts of `root` finds all labels at once. */
function readLabels(root: ParentNode & Node, reads: Map<string, string[]>, values: Record<string, string | null>) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (reads.size && walker.nextNode()) {
    const text = walker.currentNode.nodeValue ?? ''
    if (text.length > 200) continue
    const keys = reads.get(plain(text))
    const label = keys && walker.currentNode.parentElement
    if (!keys || !label || label.closest('option,script,style,button') || !isVisible(label)) continue
    const value = beside(label, squeeze(text))
    if (!value) continue
    for (const key of keys) values[key] = value
    reads.delete(plain(text))
  }
}

/** Null where nothing was found; a selector that the browser refuses counts as nothing found. */
export function readValues(reads: PageRead[]): Record<string, string | null> {
  const values: Record<string, string | null> = {}
  const labels = new Map<string, Map<string, string[]>>()
  for (const read of reads) {
    values[read.key] = null
    if (read.by === 'label') {
      const scope = labels.get(read.within ?? '') ?? new Map<string, string[]>()
      labels.set(read.within ?? '', scope.set(plain(read.label), [...(scope.get(plain(read.label)) ?? []), read.key]))
      continue
    }
    try {
      values[read.key] = readSelector(read.selector, read.attribute)
    } catch {}
  }
  for (const [within, scope] of labels) {
    try {
      for (const root of within ? document.querySelectorAll(within) : [document.body]) readLabels(root, scope, values)
    } catch {}
  }
  return values
}
