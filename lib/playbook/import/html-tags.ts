// The tags of HTML by name: which there are, which are a way of marking words, which are never read. What only looks like a tag, such as
// `<your name>`, is none.

const names =
  'a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption center cite code col colgroup data dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark meta nav noscript object ol option p param picture pre q s samp script section select small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr'
const known = new Set(names.split(' '))
const unread = new Set(['script', 'style', 'svg', 'template'])
const media = new Set(['iframe', 'video', 'audio', 'embed', 'source', 'object'])
const marks: Record<string, string> = {
  b: '**',
  strong: '**',
  i: '*',
  em: '*',
  cite: '*',
  del: '~~',
  s: '~~',
  strike: '~~',
  code: '`',
  kbd: '`',
  samp: '`',
  tt: '`',
}

/** Comments and tags, whole. */
export const htmlToken = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*\/?>/g

export interface Tag {
  name: string
  isClosing: boolean
  attribute(name: string): string | null
}

/** Null for comments and for words in angle brackets. */
export function readTag(source: string): Tag | null {
  const found = new RegExp(`^(?:${htmlToken.source})$`).exec(source.trim())
  const name = found?.[2]?.toLowerCase()
  if (!found || !name || !known.has(name)) return null
  const attributes = found[3] ?? ''
  const attribute = (wanted: string) => {
    const value = new RegExp(`(?:^|\\s)${wanted}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes)
    return value ? (value[1] ?? value[2] ?? value[3] ?? '') : null
  }
  return { name, isClosing: found[1] === '/', attribute }
}

/** `**` for b and strong, a backtick for code; null for tags that mark nothing. */
export const markOfTag = (name: string): string | null => marks[name] ?? null
/** What stands in these is no text. */
export const isUnread = (name: string): boolean => unread.has(name)
export const isMedia = (name: string): boolean => media.has(name)
