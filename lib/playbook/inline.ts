// Formatted text out of the syntax tree. Raw HTML, images and links to anywhere but https, mailto and playbook are refused here.
import type { PhrasingContent } from 'mdast'
import { Slug } from '../schema/ids.ts'
import type { Inline } from '../schema/rich-text.ts'
import { LinkUrl } from '../schema/rich-text.ts'
import { linkedPlaybook } from './playbook-links.ts'
import { placeOf, quoted } from './problem.ts'
import type { Reading } from './reading.ts'
import { sourceOf } from './reading.ts'

const deepest = 16

/** Not yet in normal form: the caller knows whether it holds one line or several. */
export function readInline(nodes: readonly PhrasingContent[], reading: Reading, depth = 0): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (depth > deepest) {
      if (depth === deepest + 1)
        reading.report.error(placeOf(node), 'too-deep', 'Formatting is nested too deep.', 'Use at most two kinds of emphasis at a time.')
      return []
    }
    return readOne(node, reading, depth)
  })
}

function readOne(node: PhrasingContent, reading: Reading, depth: number): Inline[] {
  switch (node.type) {
    case 'text':
      return [{ type: 'text', text: node.value }]
    case 'inlineCode':
      return [{ type: 'code', text: node.value }]
    case 'break':
      return [{ type: 'break' }]
    case 'strong':
    case 'emphasis':
    case 'delete':
      return [{ type: node.type, children: readInline(node.children, reading, depth + 1) }]
    case 'link':
      return readLink(node.url, node, reading, depth)
    case 'linkReference':
      return readLink(reading.definitions.get(node.identifier) ?? '', node, reading, depth)
    case 'image':
    case 'imageReference':
      reading.report.error(
        placeOf(node),
        'image',
        'A playbook cannot show images: nothing is loaded from elsewhere.',
        'Describe it in words, or link to it with [text](https://...).',
      )
      return node.alt ? [{ type: 'text', text: node.alt }] : []
    case 'html':
      reading.report.error(
        placeOf(node),
        'html',
        `Raw HTML is not shown: ${quoted(node.value)}.`,
        'Write it in Markdown, or put a backslash before "<" to show it as text.',
      )
      return []
    case 'stepMark':
    case 'stepAttributes':
      return [{ type: 'text', text: sourceOf(reading, node) }]
    default:
      return []
  }
}

function readLink(url: string, node: Extract<PhrasingContent, { children: PhrasingContent[] }>, reading: Reading, depth: number): Inline[] {
  const children = readInline(node.children, reading, depth + 1)
  if (isAllowed(url)) {
    const id = linkedPlaybook(url)
    if (id !== null) reading.playbookLinks.push({ id, place: placeOf(node) })
    return [{ type: 'link', url, children }]
  }
  const message = `The link to ${quoted(url)} is not allowed.`
  reading.report.error(placeOf(node), 'link', message, 'Link to an https:// page, a mailto: address or playbook:name-of-a-playbook.')
  return children
}

export function isAllowed(url: string): boolean {
  if (!LinkUrl.safeParse(url).success || /[\s\p{Cc}]/u.test(url)) return false
  const id = linkedPlaybook(url)
  if (id !== null) return Slug.safeParse(id).success
  return !/^https:/i.test(url) || URL.canParse(url)
}
