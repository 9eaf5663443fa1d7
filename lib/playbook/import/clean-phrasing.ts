// Formatted text of a foreign document with its HTML turned into Markdown's own marks, and its links and images into what a playbook can hold.
import type { Nodes, PhrasingContent } from 'mdast'
import { lineOf } from '../problem.ts'
import { cleanImage, cleanLink, type LinkResolver } from './clean-links.ts'
import type { Log } from './finding.ts'
import { hintLost, mediaLost } from './html-markdown.ts'
import { isMedia, isUnread, markOfTag, readTag } from './html-tags.ts'

export interface Cleaning {
  log: Log
  source: string
  /** Targets of `[text][name]` links. */
  definitions: Map<string, { url: string; line: number; title: string | null }>
  /** Names of definitions that something links to. */
  used: Set<string>
  resolve: LinkResolver
}

export function cleanPhrasing(nodes: readonly PhrasingContent[], cleaning: Cleaning): PhrasingContent[] {
  const result: PhrasingContent[] = []
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!
    if (node.type !== 'html') {
      result.push(...cleanInline(node, cleaning))
      continue
    }
    const tag = readTag(node.value)
    if (!tag) {
      if (node.value.startsWith('<!--')) cleaning.log.drop(lineOf(node), 'comment', 'A comment is not shown.', node.value)
      else result.push({ type: 'text', value: node.value })
      continue
    }
    const end = tag.isClosing ? -1 : nodes.findIndex((other, index) => index > at && other.type === 'html' && isEndOf(other.value, tag.name))
    const inside = end < 0 ? [] : nodes.slice(at + 1, end)
    if (isUnread(tag.name)) {
      cleaning.log.drop(
        lineOf(node),
        'html',
        `<${tag.name}> cannot run in a playbook.`,
        cleaning.source.slice(offsetOf(node), end < 0 ? undefined : offsetOf(nodes[end]!)),
      )
      if (end >= 0) at = end
      continue
    }
    const wrapped = end < 0 ? null : wrap(tag.name, tag.attribute('href'), inside, node, cleaning)
    if (wrapped) {
      result.push(...wrapped)
      at = end
    } else result.push(...looseTag(node.value, node, cleaning))
  }
  return result
}

const offsetOf = (node: Nodes) => node.position?.start.offset ?? 0

function isEndOf(value: string, name: string): boolean {
  const tag = readTag(value)
  return tag?.isClosing === true && tag.name === name
}

function wrap(name: string, href: string | null, inside: PhrasingContent[], node: Nodes, cleaning: Cleaning): PhrasingContent[] | null {
  if (name === 'a' && href) return cleanLink(href, null, cleanPhrasing(inside, cleaning), lineOf(node), cleaning)
  const mark = markOfTag(name)
  if (mark === '`') {
    if (inside.every((child) => child.type === 'text'))
      return [{ type: 'inlineCode', value: inside.map((child) => ('value' in child ? child.value : '')).join('') }]
    return cleanPhrasing(inside, cleaning)
  }
  const type = mark === '**' ? 'strong' : mark === '*' ? 'emphasis' : mark === '~~' ? 'delete' : null
  return type ? [{ type, children: cleanPhrasing(inside, cleaning) }] : null
}

/** A tag whose words stand beside it: those stay, and only what the tag itself says is lost. */
function looseTag(source: string, node: Nodes, cleaning: Cleaning): PhrasingContent[] {
  const tag = readTag(source)
  if (!tag || tag.isClosing) return []
  const line = lineOf(node)
  if (tag.name === 'br') return [{ type: 'break' }]
  if (tag.name === 'img') return cleanImage(tag.attribute('src') ?? '', tag.attribute('alt') ?? '', line, cleaning)
  const url = tag.attribute('src')
  if (isMedia(tag.name)) {
    cleaning.log.drop(line, 'html', mediaLost(tag.name), source)
    return url?.startsWith('https://') ? [{ type: 'text', value: ' ' }, ...cleanLink(url, null, [{ type: 'text', value: url }], line, cleaning)] : []
  }
  const title = tag.attribute('title')
  if (title) cleaning.log.drop(line, 'html', hintLost, title)
  else if (tag.name === 'a') cleaning.log.drop(line, 'anchor', 'A place to jump to has no use in a playbook.', source)
  else cleaning.log.drop(line, 'tag', `The tag <${tag.name}> is not kept; the words beside it are.`, source)
  return []
}

function cleanInline(node: PhrasingContent, cleaning: Cleaning): PhrasingContent[] {
  const line = lineOf(node)
  switch (node.type) {
    case 'strong':
    case 'emphasis':
    case 'delete':
      return [{ ...node, children: cleanPhrasing(node.children, cleaning) }]
    case 'link':
      return cleanLink(node.url, node.title ?? null, cleanPhrasing(node.children, cleaning), line, cleaning)
    case 'linkReference': {
      const children = cleanPhrasing(node.children, cleaning)
      const definition = cleaning.definitions.get(node.identifier)
      if (!definition || node.identifier.startsWith('^')) return [{ type: 'text', value: sourceOf(node, cleaning) }]
      cleaning.used.add(node.identifier)
      return cleanLink(definition.url, definition.title, children, line, cleaning)
    }
    case 'image':
      return cleanImage(node.url, node.alt ?? '', line, cleaning, node.title ?? null)
    case 'imageReference': {
      const definition = cleaning.definitions.get(node.identifier)
      cleaning.used.add(node.identifier)
      return cleanImage(definition?.url ?? '', node.alt ?? '', line, cleaning, definition?.title ?? null)
    }
    default:
      return [node]
  }
}

/** The node as it stands in the file. */
export function sourceOf(node: Nodes, { source }: Cleaning): string {
  const { start, end } = node.position ?? {}
  return start?.offset === undefined || end?.offset === undefined ? '' : source.slice(start.offset, end.offset)
}
