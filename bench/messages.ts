// Real messages of bank customers, each labelled with what it is about (banking77, CC BY 4.0), from beside the project: the project carries none
// of them. Split by a fixed seed, so that trigger sets can be written from one half and judged by the other.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCsv } from '../lib/playbook/import/csv-text.ts'
import { seeded } from './seeded.ts'

export interface Message {
  text: string
  intent: string
}

/** Where the texts are that tests and benches may read and the project does not carry. */
export const corpus = process.env.HANDRAIL_CORPUS ?? '../shared/corpus'
export const messagesFile = join(corpus, 'banking77', 'test.csv')
const seed = 20_261_122

/** Null where the file is not at hand. */
export function readMessages(): { toWriteFrom: Message[]; toReportOn: Message[]; intents: string[] } | null {
  if (!existsSync(messagesFile)) return null
  const messages = rowsOf(readFileSync(messagesFile, 'utf8')).slice(1)
  const intents = [...new Set(messages.map(({ intent }) => intent))].sort()
  const toWriteFrom: Message[] = []
  const toReportOn: Message[] = []
  for (const intent of intents) {
    const mixed = shuffled(messages.filter((message) => message.intent === intent))
    toWriteFrom.push(...mixed.slice(0, mixed.length / 2))
    toReportOn.push(...mixed.slice(mixed.length / 2))
  }
  return { toWriteFrom, toReportOn, intents }
}

function rowsOf(csv: string): Message[] {
  const read = readCsv(csv)
  if ('fault' in read) throw new Error(`${messagesFile}:${read.fault.line}: ${read.fault.message}`)
  return read.rows.map(({ cells: [text = '', intent = ''] }) => ({ text: text.trim(), intent: intent.trim() }))
}

/** The same order for the same list: Fisher-Yates. */
export function shuffled<T>(list: readonly T[]): T[] {
  const random = seeded(seed)
  const mixed = [...list]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!]
  }
  return mixed
}
