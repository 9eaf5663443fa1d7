// `handrail match`: what the triggers of a folder make of one case, for whoever writes them. Reads files only, like lint.
import { readFile } from 'node:fs/promises'
import { text as textOf } from 'node:stream/consumers'
import { createMatcher } from '../../lib/domain/match.ts'
import { parsePlaybook } from '../../lib/playbook/parse.ts'
import type { CaseField, KeptBack, Match } from '../../lib/schema/case.ts'
import { errorCode, invalid } from '../fault.ts'
import { readPlaybookFolder } from '../playbook-folder.ts'
import type { Io } from './io.ts'

export interface Case {
  url: string
  subject: string
  text?: string
  field: CaseField[]
  json?: boolean
}

export async function match(dir: string, { url, subject, text, field, json = false }: Case, { out, stdin }: Io): Promise<void> {
  const { items } = await readPlaybookFolder(dir)
  const playbooks = items.flatMap((item) => {
    const document = item.kind === 'playbook' ? parsePlaybook(item.markdown).document : null
    return document ? [{ id: item.id, version: 1, document }] : []
  })
  const facts = { url, title: subject, fields: field, text: text === undefined ? '' : await readText(text, stdin) }
  const matcher = createMatcher(playbooks)
  const [matches, keptBack] = [matcher.match(facts), matcher.keptBack(facts)]
  out(json ? `${JSON.stringify({ matches, keptBack }, null, 2)}\n` : report(matches, keptBack))
}

function report(matches: Match[], keptBack: KeptBack[]): string {
  const shown = matches.map(({ playbookId, title, score, reasons }) => `${title} (${playbookId}, ${score} points)\n  shown because ${reasons.join(', and ')}\n`)
  const kept = keptBack.map(
    ({ playbookId, title, reasons, against }) =>
      `${title} (${playbookId})\n  kept back because ${against.join(', and ')}\n  although ${reasons.join(', and ')}\n`,
  )
  return [...shown, ...kept].join('') || 'No playbook is shown for this case.\n'
}

async function readText(file: string, stdin: Io['stdin']): Promise<string> {
  if (file === '-') return textOf(stdin)
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw invalid(`${file} cannot be read (${errorCode(error)}). Name a text file, or - for standard input.`)
  }
}
