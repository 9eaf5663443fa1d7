// Which lists of a foreign document are steps. Numbers and task marks say so; bullets count when they tell somebody what to do. What is a
// reading list, or stands under a heading such as "References", stays text.
import type { List } from 'mdast'
import { hasMarks, isLinkList, shareOfInstructions } from './items.ts'

/** What the person said the documents are. */
export type Purpose = 'auto' | 'checklist' | 'reference'

const reading =
  /\b(?:references?|resources|additional information|further reading|related|links|see also|contents|glossary|definitions?|terminology|sources|credits|changelog|license|acknowledge?ments|examples?)\s*$/i
const doing =
  /\b(?:check ?lists?|procedures?|steps?|playbooks?|runbooks?|how to|instructions?|to-?do|workflow|actions?|investigat\w+|remediat\w+|contain\w*|eradicat\w+|recover\w*|communicat\w+|respon\w+|triage|escalat\w+|mitigat\w+|tasks?)\b/i

/** `headings`: the words above the list, the title of the document first. */
export function isProcedure(list: List, headings: readonly string[], purpose: Purpose): boolean {
  if (purpose === 'reference') return false
  if (purpose === 'checklist' || hasMarks(list)) return true
  if (isLinkList(list) || reading.test(headings.at(-1) ?? '')) return false
  const share = shareOfInstructions(list)
  const isUnderDoing = headings.some((heading) => doing.test(heading))
  if (list.ordered) return share >= 0.3 || isUnderDoing
  return share >= (isUnderDoing ? 0.4 : 0.6)
}

/** Steps written as headings: "Step 2: Ask for proof", or "2. Ask for proof" where it tells somebody what to do. */
export const stepHeading = /^(?:step|phase)\s*\d+\b[\s.:)–—-]*|^\d+[.)]\s+/i
