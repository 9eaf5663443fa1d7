// Files of one folder that people would take for each other: the same id, or the same title.

import type { Problem } from '../lib/playbook/problem.ts'

interface Named {
  kind: 'playbook' | 'snippet' | 'site' | 'synonyms' | 'redaction'
  file: string
  id: string
  text: string
  /** Null where it could not be read. */
  title: string | null
}

/** Told of the later of two files. */
export function namesakes(sources: readonly Named[]): (Problem & { file: string })[] {
  const problems: (Problem & { file: string })[] = []
  const byId = new Map<string, string>()
  const byTitle = new Map<string, string>()
  for (const source of sources) {
    const { kind, file, id } = source
    const sameId = byId.get(`${kind} ${id}`)
    if (sameId) {
      const message = `${sameId} is the ${kind} "${id}" already.`
      problems.push({ file, line: 1, column: 1, severity: 'error', code: 'duplicate-file', message, fix: 'Give one of the two files another name.' })
    }
    const title = source.title?.replace(/\s+/g, ' ').trim().toLowerCase() ?? null
    const sameTitle = title === null ? undefined : byTitle.get(`${kind} ${title}`)
    if (sameTitle && !sameId) {
      const message = `${sameTitle} has the same title, so that nobody can tell the two apart in a list.`
      const fix = 'Say in the title what this one is for.'
      problems.push({ file, line: lineOfTitle(source.text), column: 1, severity: 'warning', code: 'duplicate-title', message, fix })
    }
    byId.set(`${kind} ${id}`, sameId ?? file)
    if (title !== null) byTitle.set(`${kind} ${title}`, sameTitle ?? file)
  }
  return problems
}

const lineOfTitle = (text: string) =>
  Math.max(
    0,
    text.split('\n').findIndex((line) => /^title\s*:/.test(line)),
  ) + 1
