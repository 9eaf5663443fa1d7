// Playbook to Markdown, in one canonical spelling: the text that is hashed, diffed and shown to a lead.
import type { RootContent } from 'mdast'
import type { PlaybookDocument, Section } from '../schema/playbook.ts'
import { blockTree } from './print-blocks.ts'
import { lineChildren, stepLists, type WrittenIds } from './print-steps.ts'
import { triggerYaml } from './print-triggers.ts'
import { idsToWrite, scopesOf } from './step-ids.ts'
import { writeMarkdown } from './write-markdown.ts'
import { printYaml } from './yaml-text.ts'

/** `parsePlaybook` gives back an equal document, and printing that gives the same text. */
export function printPlaybook(document: PlaybookDocument): string {
  const written: WrittenIds = new Set(scopesOf(document.sections).flatMap((scope) => [...idsToWrite(scope)]))
  const children = [...blockTree(document.intro), ...document.sections.flatMap((section) => sectionTree(section, written))]
  const body = writeMarkdown({ type: 'root', children })
  return `---\n${printFrontMatter(document)}---\n${body === '' ? '' : `\n${body}`}`
}

function sectionTree(section: Section, written: WrittenIds): RootContent[] {
  const title = [{ type: 'text' as const, text: section.title }]
  const children = lineChildren(title, null, [['#', written.has(section) ? section.id : null]])
  return [
    { type: 'heading', depth: 2, children, data: { escapesBraces: /(?<!\{)\{(?!\{)/.test(section.title) } },
    ...blockTree(section.prose),
    ...stepLists(section.steps, written),
  ]
}

function printFrontMatter({ title, severity, owner, reviewEveryDays, queue, triggers }: PlaybookDocument): string {
  return printYaml({
    title,
    ...(severity === null ? {} : { severity }),
    ...(owner === null ? {} : { owner }),
    ...(reviewEveryDays === null ? {} : { 'review-every': `${reviewEveryDays}d` }),
    ...(queue === null ? {} : { queue }),
    ...(triggers.length === 0 ? {} : { triggers: triggers.map(triggerYaml) }),
  })
}
