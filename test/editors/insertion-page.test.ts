import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { docsFile, insertionPage, readMatrix } from './insertion-page.ts'
import { rows } from './rows.ts'

describe('docs/insertion.md', () => {
  test('is printed from the matrix (else: npm run editors)', () => expect(readFileSync(docsFile, 'utf8')).toBe(insertionPage(readMatrix())))
  test('has a row for each editor that is tested', () => expect(Object.keys(readMatrix().editors)).toEqual(rows.map(({ name }) => name)))
})
