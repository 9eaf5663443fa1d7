// Links and images of a foreign document: what leads to https, mail or another imported document stays a link; the rest becomes words.
import type { PhrasingContent } from 'mdast'
import { isAllowed } from '../inline.ts'
import type { Log } from './finding.ts'

/** The playbook that a relative link leads to, as `playbook:id`; null where the import holds none. */
export type LinkResolver = (url: string) => string | null

interface Linking {
  log: Log
  resolve: LinkResolver
}

export function cleanLink(url: string, title: string | null, children: PhrasingContent[], line: number, { log, resolve }: Linking): PhrasingContent[] {
  if (title) log.drop(line, 'link-title', 'The hint that shows over a link is not kept.', title)
  // A link cannot stand in a link; a picture of one can.
  const words = children.flatMap((child) => (child.type === 'link' ? child.children : [child]))
  if (isAllowed(url)) return [{ type: 'link', url, children: words }]
  const target = resolve(url)
  if (target !== null) {
    const fragment = url.split('#')[1]
    if (fragment) log.note(line, 'link', 'The link leads to the playbook, not to the place in it.', url)
    return [{ type: 'link', url: target, children: words }]
  }
  if (/^http:\/\//i.test(url)) {
    const isSaid = words.length === 1 && words[0]?.type === 'text' && words[0].value === url
    log.note(line, 'link', 'Links lead to https:// only; the address is kept as text.', url)
    return [...(isSaid ? [] : words), ...(isSaid ? [] : [text(' (')]), { type: 'inlineCode', value: url }, ...(isSaid ? [] : [text(')')])]
  }
  const message = url.startsWith('#')
    ? 'A link to a place in the same document is not kept; its words are.'
    : 'A link to a file or page that is not imported is not kept; its words are.'
  log.drop(line, 'link', message, url)
  return words
}

export function cleanImage(url: string, alt: string, line: number, { log }: Linking, title: string | null = null): PhrasingContent[] {
  if (title) log.drop(line, 'link-title', 'The hint that shows over an image is not kept.', title)
  if (isAllowed(url) && /^https:/i.test(url)) {
    log.note(line, 'image', 'An image cannot be shown; a link to it is kept.', url)
    return [{ type: 'link', url, children: [text(alt || 'image')] }]
  }
  log.drop(line, 'image', alt ? 'An image cannot be shown; its description is kept.' : 'An image without a description cannot be shown.', url)
  return alt ? [text(alt)] : []
}

const text = (value: string): PhrasingContent => ({ type: 'text', value })
