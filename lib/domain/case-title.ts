// What a case is called on screen, and which of its fields are worth a line beside that.
import type { CaseContext, CaseField } from '../schema/case.ts'

/** The subject that the profile reads, else the page's title; never empty while anything is known. */
export function caseTitle({ fields, title, caseId, url, key }: CaseContext): string {
  return fieldOf(fields, 'case.subject') || title || caseId || url || key
}

/** All fields but those that the title and the case id already say. */
export function caseDetails({ fields }: CaseContext): CaseField[] {
  return fields.filter(({ name, value }) => value !== '' && name !== 'case.id' && name !== 'case.subject')
}

const fieldOf = (fields: CaseField[], wanted: string) => fields.find(({ name }) => name === wanted)?.value ?? ''
