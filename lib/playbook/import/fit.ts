// A document cut into as many playbooks as the limits of the format ask for, each checked: it is printed, read back, and the same.

import { limits } from '../../schema/ids.ts'
import type { PlaybookDocument, Section } from '../../schema/playbook.ts'
import { lintPlaybook } from '../lint.ts'
import { parsePlaybook } from '../parse.ts'
import { printPlaybook } from '../print.ts'
import type { Problem } from '../problem.ts'
import { assignIds, scopesOf } from '../step-ids.ts'
import { countSteps } from './assemble.ts'
import type { Imported } from './finding.ts'

const mostLines = 4_900
const mostCharacters = limits.markdown - 5_000

export function inParts(document: PlaybookDocument): PlaybookDocument[] {
  if (fits(document)) return [document]
  const parts: Section[][] = [[]]
  // Each section is measured once: a document of thousands is not printed thousands of times.
  const room = { steps: limits.steps, lines: mostLines, characters: mostCharacters }
  let left = less(room, sizeOf({ ...document, sections: [] }))
  for (const section of document.sections.flatMap(smaller)) {
    const size = sizeOf({ ...document, intro: [], sections: [section] })
    const after = less(left, size)
    const isFull = after.steps < 0 || after.lines < 0 || after.characters < 0
    if (isFull && parts.at(-1)!.length > 0) parts.push([])
    parts.at(-1)!.push(section)
    left = isFull ? less(room, size) : after
  }
  const count = parts.length
  return parts.map((sections, index) => ({
    ...document,
    title: count === 1 ? document.title : `${document.title.slice(0, 180)} (part ${index + 1})`,
    intro: index === 0 ? document.intro : [],
    sections,
  }))
}

interface Size {
  steps: number
  lines: number
  characters: number
}

function sizeOf(document: PlaybookDocument): Size {
  const text = printPlaybook(document)
  return { steps: countSteps(document.sections), lines: text.split('\n').length, characters: text.length }
}

function less(room: Size, size: Size): Size {
  return { steps: room.steps - size.steps, lines: room.lines - size.lines, characters: room.characters - size.characters }
}

function fits(document: PlaybookDocument): boolean {
  const { steps, lines, characters } = sizeOf(document)
  return steps <= limits.steps && lines <= mostLines && characters <= mostCharacters
}

function smaller(section: Section): Section[] {
  const pieces: Section[] = []
  for (let at = 0; at < section.steps.length || at === 0; at += 100) {
    const title = at === 0 ? section.title : `${section.title.slice(0, 900)} (${pieces.length + 1})`
    pieces.push({ id: '', title, prose: at === 0 ? section.prose : [], steps: section.steps.slice(at, at + 100) })
  }
  return countSteps([section]) > limits.steps ? pieces : [section]
}

/** The document as it comes back from its own text, or what is wrong with that text. */
export function settled(document: PlaybookDocument, snippets: Imported['snippets']): { document: PlaybookDocument } | { problem: Problem } {
  for (const scope of scopesOf(document.sections)) assignIds(scope, new Map())
  const text = printPlaybook(document)
  const problem = lintPlaybook(text, { snippets: snippets.map(({ id }) => id), queues: [], fields: [] }).find(({ severity }) => severity === 'error')
  const read = parsePlaybook(text).document
  if (problem || !read)
    return { problem: problem ?? { severity: 'error', line: 1, column: 1, code: 'unreadable', message: 'The text cannot be read back.', fix: '' } }
  return { document: read }
}
