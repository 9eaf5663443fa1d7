// The snippets of one import: ids that are free, titles and tags that fit, and no two that say the same under the same title.
import { slugOf } from '../step-ids.ts'
import { type Imported, type Log, logFor } from './finding.ts'

export interface SnippetShelf {
  /** Gives the id; the same words under the same title are kept once, which is reported. */
  keep(file: string, line: number, title: string, tags: readonly string[], body: string): string
}

const longestTitle = 120

export function snippetShelf(imported: Pick<Imported, 'snippets' | 'dropped' | 'notes'>): SnippetShelf {
  const ids = new Set<string>()
  const known = new Map<string, string>()
  const keep: SnippetShelf['keep'] = (file, line, title, tags, body) => {
    const short = titleFrom(title)
    const same = known.get(`${short}\n${body}`)
    if (same !== undefined) {
      logFor(file, imported).drop(line, 'duplicate', `The same snippet is there already: ${same}.`, `${title} ${body}`)
      return same
    }
    const id = freeId(slugOf(short, 'snippet'), ids)
    known.set(`${short}\n${body}`, id)
    imported.snippets.push({ id, file, line, draft: { title: short, tags: tagsFrom(tags), body } })
    return id
  }
  return { keep }
}

export function freeId(base: string, taken: Set<string>): string {
  let id = base
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`
  taken.add(id)
  return id
}

export function titleFrom(text: string): string {
  const line = text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\{\{(?:cursor|end|else|if:[^{}]*)\}\}/g, '')
    .replace(/\{\{(?:[a-z ]+:\s*)?([^{}|]*?)\s*(?:\|[^{}]*)?\}\}/g, '$1')
    .trim()
  if (line.length <= longestTitle) return line === '' ? 'Snippet' : line
  const cut = line.slice(0, longestTitle)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40)).trim()} ...`
}

function tagsFrom(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => tag.replace(/\s+/g, ' ').trim().slice(0, 40).trim()).filter((tag) => tag !== ''))].slice(0, 20)
}

/** A place to fill in is said once for each snippet, so that a person can look whether the name is one that a case has. */
export function noteVariables(found: readonly string[], line: number, log: Log): void {
  if (found.length > 0)
    log.note(line, 'variable', 'Places to fill in became variables; where the case has no such field the agent is asked to fill it.', found.join(', '))
}
