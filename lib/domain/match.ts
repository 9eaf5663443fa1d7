// Which playbooks fit the page, best first, and why. Deterministic: the same facts give the same list and the same sentences.
import type { CaseField, KeptBack, Match } from '../schema/case.ts'
import type { PlaybookVersion, TextPlace } from '../schema/playbook.ts'
import { type Ask, askFor, type Hit, type Sight } from './cue.ts'
import { createSaid, type SaidText } from './said.ts'
import { createTermFinder, type Ear } from './term-finder.ts'

export interface Facts {
  url: string
  fields: CaseField[]
  /** The page's title, which is the subject where no field `case.subject` says it. */
  title?: string
  /** Conversation or page text. A `SaidText` that comes again is read from where it was left. */
  text: string | SaidText
}

/** A library made ready: build it once for each change of the library, ask it for each page. */
export interface Matcher {
  match(facts: Facts): Match[]
  /** Playbooks that something speaks for and a `not` keeps from being shown, with the reasons of both. */
  keptBack(facts: Facts): KeptBack[]
}

/** What is kept of a playbook: a library is large, and its steps are not asked. */
interface Entry {
  about: Pick<Match, 'playbookId' | 'version' | 'title' | 'severity' | 'queue'>
  asks: Ask[]
  refusals: Ask[]
}

type Asked = Pick<PlaybookVersion, 'id' | 'version' | 'document'>

export function createMatcher(playbooks: Asked[]): Matcher {
  const cues = playbooks.flatMap(({ document }) => document.triggers.map((trigger) => (trigger.kind === 'not' ? trigger.of : trigger)))
  const finder = createTermFinder(cues.flatMap((cue) => (cue.kind === 'keywords' ? cue.terms : [])))
  const entries = playbooks.map(({ id, version, document: { title, severity, queue, triggers } }): Entry => {
    const asks = triggers.flatMap((trigger) => (trigger.kind === 'not' ? [] : [askFor(trigger, finder.numberOf)]))
    const refusals = triggers.flatMap((trigger) => (trigger.kind === 'not' ? [askFor(trigger.of, finder.numberOf)] : []))
    return { about: { playbookId: id, version, title, severity, queue }, asks, refusals }
  })
  const readings = new WeakMap<SaidText, Reading>()

  function sightOf({ url, fields, title, text }: Facts): Sight {
    const subject = finder.listen()
    subject.hear(fields.find(({ name }) => name === 'case.subject')?.value ?? title ?? '')
    const said = typeof text === 'string' ? createSaid(text, text.length) : text
    const reading = readings.get(said) ?? { ear: finder.listen(), startsAt: [], forgotten: said.forgotten() }
    readings.set(said, reading)
    const since = catchUp(reading, said)
    const says = (place: TextPlace, term: number) => (place === 'subject' ? subject.has(term, 0) : reading.ear.has(term, since))
    return { url, fields, says }
  }

  return {
    match(facts) {
      const sight = sightOf(facts)
      const matches = entries.flatMap(({ about, asks, refusals }) => {
        const hits = hitsOf(asks, sight)
        return hits.length === 0 || refusals.some((ask) => ask(sight)) ? [] : [matchOf(about, hits)]
      })
      return matches.sort((a, b) => b.score - a.score || (a.severity ?? 'S9').localeCompare(b.severity ?? 'S9') || a.playbookId.localeCompare(b.playbookId))
    },
    keptBack(facts) {
      const sight = sightOf(facts)
      return entries.flatMap(({ about: { playbookId, version, title }, asks, refusals }) => {
        const hits = hitsOf(asks, sight)
        const against = hits.length === 0 ? [] : hitsOf(refusals, sight)
        return against.length === 0 ? [] : [{ playbookId, version, title, reasons: sentences(hits), against: sentences(against) }]
      })
    },
  }
}

/** For one page only; who asks again keeps a matcher. */
export function matchPlaybooks(playbooks: Asked[], facts: Facts): Match[] {
  return createMatcher(playbooks).match(facts)
}

interface Reading {
  ear: Ear
  /** Words heard before each piece that is still remembered. */
  startsAt: number[]
  /** Pieces forgotten by the text when this was brought up to date. */
  forgotten: number
}

/** Hears what is new; answers how many words are no longer remembered. */
function catchUp(reading: Reading, said: SaidText): number {
  const { ear, startsAt } = reading
  startsAt.splice(0, said.forgotten() - reading.forgotten)
  reading.forgotten = said.forgotten()
  for (const piece of said.pieces.slice(startsAt.length)) {
    startsAt.push(ear.count())
    ear.hear(piece)
  }
  return startsAt[0] ?? ear.count()
}

const hitsOf = (asks: Ask[], sight: Sight): Hit[] => asks.flatMap((ask) => ask(sight) ?? []).sort((a, b) => b.score - a.score)
const sentences = (hits: Hit[]): string[] => hits.map(({ reason }) => reason.slice(0, 300))

function matchOf(about: Entry['about'], hits: Hit[]): Match {
  const score = hits.reduce((sum, hit) => sum + hit.score, 0)
  return { ...about, score, isByField: hits.some(({ isByField }) => isByField), reasons: sentences(hits) }
}
