// What a case is called on screen, and which of its fields are worth a line beside that.
import type { CaseContext, CaseField } from '../schema/case.ts'

/** The subject that the profile reads, else the page's title; never empty. The key of a page that could not be read says nothing to a person. */
export function caseTitle({ fields, title, caseId, url, key, access }: CaseContext): string {
  return fieldOf(fields, 'case.subject') || title || caseId || url || (access === 'none' ? 'A page that could not be read' : key)
}

/** All fields but those that the title and the case id already say. */
export function caseDetails({ fields }: CaseContext): CaseField[] {
  return fields.filter(({ name, value }) => value !== '' && name !== 'case.id' && name !== 'case.subject')
}

const fieldOf = (fields: CaseField[], wanted: string) => fields.find(({ name }) => name === wanted)?.value ?? ''
