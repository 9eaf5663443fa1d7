// What changed around the steps: the playbook's name, where its escalations go, its sections and their texts.
import type { PlaybookDocument, Section } from '../schema/playbook.ts'
import { isSame } from './canonical-json.ts'
import { movedPositions } from './order-moves.ts'
import { quoted } from './step-changes.ts'

export interface TextChange {
  kind: 'title' | 'severity' | 'queue' | 'introduction' | 'section'
  sentence: string
  isMaterial: boolean
}

/** `origins`: the earlier one of each later section, in the later order; null for a new one. */
export function textChanges(before: PlaybookDocument, after: PlaybookDocument, origins: readonly (Section | null)[]): TextChange[] {
  const changes: TextChange[] = []
  const say = (kind: TextChange['kind'], sentence: string, isMaterial = false) => changes.push({ kind, sentence, isMaterial })
  if (before.title !== after.title) say('title', `The playbook is now called ${quoted(after.title)}.`)
  if (before.severity !== after.severity) say('severity', `The playbook’s severity is now ${after.severity ?? 'left open'}.`, true)
  if (before.queue !== after.queue) say('queue', `Escalations now go to ${after.queue ?? 'leads'} where a step says nothing else.`, true)
  if (!isSame(before.intro, after.intro)) say('introduction', 'The introduction changed.')
  for (const sentence of sectionSentences(before.sections, after.sections, origins)) say('section', sentence)
  return changes
}

function sectionSentences(before: readonly Section[], after: readonly Section[], origins: readonly (Section | null)[]): string[] {
  const known = origins.flatMap((origin, index) => (origin ? [{ section: after[index]!, from: before.indexOf(origin) }] : []))
  const moved = movedPositions(known.map(({ from }) => from))
  const isMoved = (section: Section) => moved.has(known.findIndex((one) => one.section === section))
  const later = after.flatMap((section, index) => {
    const origin = origins[index]
    if (!origin) return [`${quoted(section.title)} is a new section.`]
    const name = quoted(section.title)
    return [
      ...(origin.title === section.title ? [] : [`The section ${quoted(origin.title)} is now called ${name}.`]),
      ...(isMoved(section)
        ? [index === 0 ? `The section ${name} now comes first.` : `The section ${name} now comes after ${quoted(after[index - 1]!.title)}.`]
        : []),
      ...(isSame(origin.prose, section.prose) ? [] : [`The text of ${name} changed.`]),
    ]
  })
  return [...later, ...before.filter((section) => !origins.includes(section)).map(({ title }) => `The section ${quoted(title)} was removed.`)]
}
