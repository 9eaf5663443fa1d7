// Chapters to the sections of one playbook: checklists by heading path, steps that were written as headings, or plain text for a reference.

import type { Section, Step } from '../../schema/playbook.ts'
import type { Block } from '../../schema/rich-text.ts'
import { lineOf } from '../problem.ts'
import { allSteps } from '../step-ids.ts'
import { dropDivider, emptySection, type Naming, sectionsOf } from './chapter-sections.ts'
import { type Chapter, headingText, lineOfChapter } from './chapters.ts'
import { blank, blocksOf, type Foreign, fitted, plain } from './foreign.ts'
import { isInstruction } from './instruction.ts'
import { snippetStep } from './list-steps.ts'
import { keptReply } from './replies.ts'
import { isProcedure, stepHeading } from './step-lists.ts'

export function checklistSections(chapters: readonly Chapter[], naming: Naming, foreign: Foreign): { intro: Block[] | null; sections: Section[] } {
  const inSteps = chaptersThatAreSteps(chapters, naming)
  const made: { section: Section; chapter: Chapter }[] = []
  let open: Section | null = null
  for (const chapter of chapters) {
    if (inSteps.has(chapter)) {
      if (!open) {
        const parent = chapter.path.slice(0, -1).map(headingText).join(' / ')
        const waiting: Section | undefined = made.at(-1)?.section
        open = waiting && waiting.steps.length === 0 && waiting.title === parent ? waiting : emptySection(parent || 'Steps')
        if (open !== waiting) made.push({ section: open, chapter })
      }
      open.steps.push(...stepOfHeading(chapter, foreign))
    } else {
      open = null
      made.push(...sectionsOf(chapter, naming, foreign).map((section) => ({ section, chapter })))
    }
  }
  const kept = made.filter(({ section }) => section.steps.length > 0 || section.prose.length > 0)
  reportBareHeadings(chapters, [...kept.map(({ chapter }) => chapter), ...inSteps], foreign)
  const [first] = kept
  if (first === undefined || first.chapter.path.length > 0 || inSteps.has(first.chapter)) return { intro: null, sections: kept.map(({ section }) => section) }
  // What stands before the first heading is the introduction, also where steps follow it.
  const intro = first.section.prose
  const sections = kept
    .map(({ section }) => (section === first.section ? { ...section, prose: [] } : section))
    .filter(({ steps, prose }) => steps.length + prose.length > 0)
  return { intro, sections }
}

/** Numbered headings with text and no list of steps below, two or more beside each other. */
function chaptersThatAreSteps(chapters: readonly Chapter[], { title, purpose }: Naming): Set<Chapter> {
  const found = new Set<Chapter>()
  const groups = Map.groupBy(
    chapters.filter(({ path }) => path.length > 0 && stepHeading.test(headingText(path.at(-1)!))),
    ({ path }) => path.at(-2),
  )
  for (const group of groups.values()) {
    const told = group.filter(
      ({ path }) => /^(?:step|phase)/i.test(headingText(path.at(-1)!)) || isInstruction(headingText(path.at(-1)!).replace(stepHeading, '')),
    )
    if (group.length < 2 || told.length < group.length / 2) continue
    for (const chapter of group) {
      const isParent = chapters.some((other) => other !== chapter && other.path.includes(chapter.path.at(-1)!))
      const words = [title, ...chapter.path.map(headingText)]
      if (!isParent && !chapter.nodes.some((node) => node.type === 'list' && isProcedure(node, words, purpose))) found.add(chapter)
    }
  }
  return found
}

function stepOfHeading({ path, nodes }: Chapter, foreign: Foreign): Step[] {
  const words = headingText(path.at(-1)!).replace(/^\d+[.)]\s+/, '')
  const snippets: string[] = []
  const detail = nodes.filter((node) => {
    const reply = keptReply(node, words, foreign)
    if (reply !== null) snippets.push(reply)
    return reply === null
  })
  const { text, rest } = fitted(plain(words))
  return [{ ...blank(text), detail: [...rest, ...blocksOf(detail, foreign)], kind: 'check' }, ...snippets.map((id) => snippetStep(id, words))]
}

/** Headings of which nothing is left: no text below them and none below what is below them. */
function reportBareHeadings(chapters: readonly Chapter[], kept: readonly Chapter[], foreign: Foreign): void {
  const said = new Set(kept.flatMap(({ path }) => path))
  for (const chapter of chapters) {
    const heading = chapter.path.at(-1)
    if (heading && !said.has(heading)) foreign.log.drop(lineOf(heading), 'empty-section', 'Nothing stands below this heading.', headingText(heading))
  }
}

/** Title of the section that makes a text a playbook. */
export const useTitle = 'Use'

/** The document as text under its headings, with one step that nobody has to tick, and one for each reply that stands in the text. */
export function referenceSections(chapters: readonly Chapter[], title: string, foreign: Foreign): { intro: Block[] | null; sections: Section[] } {
  const intro = emptySection('')
  const sections: Section[] = []
  const use = emptySection(useTitle)
  const places = new Map<Section, Chapter>()
  for (const chapter of chapters) {
    const { path, nodes } = chapter
    const heading = path.at(-1)
    if (heading && path.length === 1) {
      sections.push(emptySection(headingText(heading).slice(0, 1000)))
      places.set(sections.at(-1)!, chapter)
    }
    const { prose } = sections.at(-1) ?? intro
    if (heading && path.length > 1) prose.push({ type: 'heading', depth: Math.min(6, path.length + 1), children: plain(headingText(heading)) })
    prose.push(...blocksOf(nodes, foreign))
    for (const node of nodes) {
      if (node.type === 'thematicBreak') dropDivider(node, foreign)
      const about = heading ? headingText(heading) : title
      const reply = keptReply(node, about, foreign)
      if (reply !== null) use.steps.push({ ...snippetStep(reply, about), optional: true })
    }
  }
  for (const section of sections) {
    const chapter = places.get(section)
    if (section.prose.length === 0 && chapter) foreign.log.drop(lineOfChapter(chapter), 'empty-section', 'Nothing stands below this heading.', section.title)
  }
  const kept = sections.filter(({ prose }) => prose.length > 0)
  use.steps.unshift({ ...blank(plain('Apply what fits this case')), optional: true, kind: 'check' })
  return { intro: intro.prose, sections: kept.length + intro.prose.length > 0 ? [...kept, use] : [] }
}

export function countSteps(sections: readonly Section[]): number {
  return sections.reduce((sum, section) => sum + allSteps(section.steps).length, 0)
}
