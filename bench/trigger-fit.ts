// How well trigger sets suggest, on the messages that they were not written from, beside plain keywords.
import { createMatcher } from '../lib/domain/match.ts'
import { readTerm } from '../lib/domain/term.ts'
import type { PlaybookVersion, Trigger } from '../lib/schema/playbook.ts'
import { type Message, messagesFile, readMessages } from './messages.ts'
import { type Fit, fitOf } from './recall.ts'
import type { Row } from './row.ts'
import { triggerSets } from './trigger-sets.ts'

type Suggest = (text: string) => string[]
const intents = Object.keys(triggerSets)
const telling = 0.3
const tellingNote = `words that stand in the right messages of the written half in ${telling * 100} % of their cases or more`

export function measureFit(): Row[] {
  const messages = readMessages()
  if (!messages) {
    console.error(`triggers: skipped precision and recall, because ${messagesFile} is not here; HANDRAIL_CORPUS names another folder.`)
    return []
  }
  const { toReportOn, toWriteFrom } = messages
  const whole = byTriggers(true)
  const rows = [
    rowsOf('trigger sets', fitOf(toReportOn, intents, whole), `${toReportOn.length} messages, 77 intents, ${intents.length} sets`),
    rowsOf('  without their negative triggers', fitOf(toReportOn, intents, byTriggers(false))),
    rowsOf('  on the half they were written from', fitOf(toWriteFrom, intents, whole), 'what reading the answers is worth'),
    rowsOf('naive: the single words among their terms', fitOf(toReportOn, intents, naively(singleWords))),
    rowsOf('naive: every word of their terms', fitOf(toReportOn, intents, naively(everyWord))),
    rowsOf('naive: those that tell something', fitOf(toReportOn, intents, naively(tellingWords(toWriteFrom))), tellingNote),
  ]
  return rows.flat()
}

function rowsOf(what: string, fit: Fit, note?: string): Row[] {
  const row = (name: string, share: number, more: Partial<Row> = {}): Row => ({
    what: `${what}: ${name}`,
    unit: '%',
    samples: [share * 100],
    target: '-',
    ...more,
  })
  const weakest = Object.entries(fit.byIntent).sort(([, a], [, b]) => Math.min(a.precision, a.recall) - Math.min(b.precision, b.recall))
  const spoken = weakest.slice(0, 4).map(([intent, { precision, recall }]) => `${intent} ${percent(precision)}/${percent(recall)}`)
  return [
    row('precision', fit.precision, note ? { note } : {}),
    row('recall', fit.recall, { note: `weakest (precision/recall): ${spoken.join(', ')}` }),
    row('first is right', fit.first),
    row('silent on the other intents', fit.silence),
  ]
}

const percent = (share: number) => `${Math.round(share * 100)}`

function byTriggers(hasNegatives: boolean): Suggest {
  const playbooks = Object.entries(triggerSets).map(([id, { terms, not }]) => {
    const refusal: Trigger[] = hasNegatives && not.length > 0 ? [{ kind: 'not', of: { kind: 'keywords', terms: not } }] : []
    return playbookWith(id, [{ kind: 'keywords', terms }, ...refusal])
  })
  const matcher = createMatcher(playbooks)
  return (text) => matcher.match({ url: '', fields: [], text }).map(({ playbookId }) => playbookId)
}

export function playbookWith(id: string, triggers: Trigger[]): Pick<PlaybookVersion, 'id' | 'version' | 'document'> {
  const document = { title: id, severity: null, owner: null, reviewEveryDays: null, queue: null, triggers, intro: [], sections: [] }
  return { id, version: 1, document }
}

const singleWords = (terms: string[]) => terms.filter((term) => readTerm(term).words.length === 1)
const everyWord = (terms: string[]) => [...new Set(terms.flatMap((term) => readTerm(term).words))].filter((word) => word.length > 2)

/** The kindest naive list: chosen by counting in the half for writing, which nobody who writes playbooks does. */
const tellingWords = (messages: Message[]) => (terms: string[], intent: string) =>
  everyWord(terms).filter((word) => {
    const holding = messages.filter(({ text }) => text.toLowerCase().includes(word))
    return holding.filter((message) => message.intent === intent).length >= telling * Math.max(1, holding.length)
  })

/** As a simple keyword list does it: found anywhere in the lower-cased text, most keywords first. */
function naively(keywordsOf: (terms: string[], intent: string) => string[]): Suggest {
  const sets = Object.entries(triggerSets).map(([intent, { terms }]) => ({ intent, keywords: keywordsOf(terms, intent).map((word) => word.toLowerCase()) }))
  return (text) => {
    const lower = text.toLowerCase()
    return sets
      .map(({ intent, keywords }) => ({ intent, count: keywords.filter((word) => lower.includes(word)).length }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count)
      .map(({ intent }) => intent)
  }
}
