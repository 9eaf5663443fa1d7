// Triggers that never fire, fire on everything, are written twice, or are undone by a negative one.
import { patternTest } from '../domain/pattern.ts'
import { readTerm } from '../domain/term.ts'
import { isSpaceless } from '../domain/words.ts'
import type { Cue, PlaybookDocument, Trigger } from '../schema/playbook.ts'
import { fileStart, type Place, quoted, type Report } from './problem.ts'
import type { Reading } from './reading.ts'
import { covers, nameOf, partsOf } from './trigger-parts.ts'

const shortest = 3
/** Words that stand in nearly every message. */
const commonWords = new Set(
  'the and for you your yours with have has had can could will would please hello thanks not this that these those are was were but from they them there what when where which who why how all any some our out get got just its'.split(
    ' ',
  ),
)

export function lintTriggers(document: PlaybookDocument, start: Place, reading: Reading, report: Report): void {
  const { triggers } = document
  const isWithoutFault = !report.problems.some(({ code }) => code === 'trigger' || code === 'pattern')
  if (triggers.length === 0 && isWithoutFault) {
    report.warn(start, 'no-triggers', 'Without triggers the playbook is found by search only.', 'Add "triggers:" with a url, a case field or keywords.')
  }
  const placeOf = (trigger: Trigger) => reading.places.get(trigger) ?? fileStart
  const refusals = triggers.flatMap((trigger) => (trigger.kind === 'not' ? [trigger] : []))
  if (refusals.length > 0 && refusals.length === triggers.length && isWithoutFault) {
    const fix = 'Add a url, a case field or keywords that speak for the playbook.'
    report.warn(placeOf(triggers[0]!), 'only-negative', 'Every trigger begins with "not", so that nothing ever shows the playbook.', fix)
  }
  const seen = new Set<string>()
  for (const trigger of triggers) {
    const place = placeOf(trigger)
    const cue = trigger.kind === 'not' ? trigger.of : trigger
    if (isEmpty(cue)) report.warn(place, 'empty-trigger', 'This trigger has an empty list and never fires.', 'Add values, or remove the trigger.')
    for (const part of partsOf(cue)) {
      const name = trigger.kind === 'not' ? `not ${nameOf(part)}` : nameOf(part)
      if (seen.has(name)) report.warn(place, 'duplicate-trigger', `This trigger is written twice: ${quoted(name)}.`, 'Remove one of the two.')
      seen.add(name)
      lintPart(part, place, report)
      const against = trigger.kind === 'not' ? undefined : refusals.flatMap(({ of }) => partsOf(of)).find((wide) => covers(wide, part))
      if (against) {
        const message = `${quoted(name)} can never show the playbook, since ${quoted(`not ${nameOf(against)}`)} always keeps it back.`
        report.warn(place, 'contradicted-trigger', message, 'Remove one of the two, or make the negative one narrower.')
      }
    }
  }
}

function isEmpty(cue: Cue): boolean {
  return (
    (cue.kind === 'field' && cue.is.length === 0) ||
    (cue.kind === 'field-contains' && cue.contains.length === 0) ||
    (cue.kind === 'keywords' && cue.terms.length === 0)
  )
}

function lintPart(part: Cue, place: Place, report: Report): void {
  const never = (message: string, fix: string) => report.warn(place, 'never-trigger', message, fix)
  const broad = (message: string, fix: string) => report.warn(place, 'broad-trigger', message, fix)
  switch (part.kind) {
    case 'url':
      if (!mayBeAddress(part.pattern))
        never(`No web address is like ${quoted(part.pattern)}.`, 'Begin the pattern with https:// or with an asterisk, without spaces.')
      else if (!/[^*?:/.]{2}/.test(part.pattern.replace(/^https?:/, '')))
        broad('This URL pattern fits nearly every page.', 'Name the host or a part of the path.')
      break
    case 'field':
      if (part.is[0]?.trim() === '') never('A field that is read is never empty.', 'Write the value, or remove it.')
      break
    case 'field-contains':
      if (part.contains[0]?.trim() === '') broad(`Every ${part.field} contains a space or nothing.`, 'Write the text to look for.')
      break
    case 'field-matches':
      if (patternTest(part.matches)?.(''))
        broad(`The pattern ${quoted(part.matches)} fits every ${part.field}.`, 'Write a pattern that needs at least one character.')
      break
    case 'field-range':
      if (part.from !== null && part.to !== null && part.from > part.to)
        never(`No number is from ${part.from} to ${part.to}.`, 'Exchange the two, so that "from" is the smaller one.')
      break
    case 'keywords':
      lintTerm(part.terms[0]!, place, report)
  }
}

/** The scheme and host of an address as the browser writes it: lower case, nothing blank. */
function mayBeAddress(pattern: string): boolean {
  const start = pattern.split('*')[0]!
  const isWeb = ['http://', 'https://'].some((scheme) => scheme.startsWith(start) || start.startsWith(scheme))
  return isWeb && !/\s/.test(pattern) && !/^https?:\/\/[^/]*[A-Z]/.test(start)
}

function lintTerm(term: string, place: Place, report: Report): void {
  const near = /^near:(\S*)\s*(.*)$/i.exec(term.trim())
  if (near && (!/^[1-9]\d?$/.test(near[1]!) || near[2]!.split(/\s+/).length < 2)) {
    report.error(place, 'near', `${quoted(term)} is not a nearness.`, 'Write near:5 and two or more words, such as "near:5 serial missing".')
    return
  }
  const written = (near ? near[2]! : term).trim()
  const { words, near: within } = readTerm(term)
  if (words.length === 0) {
    report.warn(
      place,
      'never-trigger',
      `The keyword ${quoted(term)} holds no letter or digit and is never found.`,
      'Write a word, or use a field that contains it.',
    )
  } else if (within !== null && within < words.length - 1) {
    const fix = `Write near:${words.length - 1} or more.`
    report.warn(place, 'never-trigger', `${words.length} words cannot stand within ${within} words of each other.`, fix)
  } else if (commonWords.has(words.join(' '))) {
    report.warn(place, 'broad-trigger', `The keyword ${quoted(term)} stands in nearly every message.`, 'Use a phrase that holds it, or a rarer word.')
  } else if ([...written].length < shortest && !isSpaceless(written)) {
    report.warn(place, 'short-keyword', `The keyword ${quoted(term)} is so short that it fits by chance.`, `Use ${shortest} characters or more, or a phrase.`)
  }
}
