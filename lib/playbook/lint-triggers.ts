// Triggers that never fire, fire on everything, or are written twice.
import type { PlaybookDocument, Trigger } from '../schema/playbook.ts'
import { fileStart, type Place, quoted, type Report } from './problem.ts'
import type { Reading } from './reading.ts'

const shortest = 3

export function lintTriggers(document: PlaybookDocument, start: Place, reading: Reading, report: Report): void {
  if (document.triggers.length === 0 && !report.problems.some(({ code }) => code === 'trigger')) {
    report.warn(start, 'no-triggers', 'Without triggers the playbook is found by search only.', 'Add "triggers:" with a url, a case field or keywords.')
  }
  const seen = new Set<string>()
  for (const trigger of document.triggers) {
    const place = reading.places.get(trigger) ?? fileStart
    for (const part of partsOf(trigger)) {
      if (seen.has(part)) report.warn(place, 'duplicate-trigger', `This trigger is written twice: ${quoted(part)}.`, 'Remove one of the two.')
      seen.add(part)
    }
    if (isEmpty(trigger)) report.warn(place, 'empty-trigger', 'This trigger has an empty list and never fires.', 'Add values, or remove the trigger.')
    if (trigger.kind === 'url' && !/[^*?:/.]{2}/.test(trigger.pattern.replace(/^https?:/, ''))) {
      report.warn(place, 'broad-trigger', 'This URL pattern fits nearly every page.', 'Name the host or a part of the path.')
    }
    if (trigger.kind === 'keywords') for (const term of trigger.terms) lintTerm(term, place, report)
  }
}

function partsOf(trigger: Trigger): string[] {
  if (trigger.kind === 'url') return [`url ${trigger.pattern}`]
  if (trigger.kind === 'keywords') return trigger.terms.map((term) => `keyword ${term.toLowerCase().trim()}`)
  return trigger.is.map((value) => `${trigger.field} is ${value.toLowerCase().trim()}`)
}

function isEmpty(trigger: Trigger): boolean {
  return (trigger.kind === 'field' && trigger.is.length === 0) || (trigger.kind === 'keywords' && trigger.terms.length === 0)
}

function lintTerm(term: string, place: Place, report: Report): void {
  const near = /^near:(\S*)\s*(.*)$/i.exec(term.trim())
  if (near && (!/^[1-9]\d?$/.test(near[1]!) || near[2]!.split(/\s+/).length < 2)) {
    report.error(place, 'near', `${quoted(term)} is not a nearness.`, 'Write near:5 and two or more words, such as "near:5 serial missing".')
  }
  const words = (near ? near[2]! : term).trim()
  if ([...words].length < shortest) {
    report.warn(place, 'short-keyword', `The keyword ${quoted(term)} is so short that it fits by chance.`, `Use ${shortest} characters or more, or a phrase.`)
  }
}
