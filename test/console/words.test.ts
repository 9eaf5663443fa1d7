import { Text } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import { conditionSentence } from '../../components/editor/condition-sentence.ts'
import { diagnosticsOf } from '../../components/editor/diagnostics.ts'
import { playbookTemplate } from '../../components/editor/template.ts'
import { triggerSentence } from '../../components/editor/trigger-sentence.ts'
import { ageOf } from '../../components/inbox/age.ts'
import { outcomesOf } from '../../components/inbox/outcomes.ts'
import { readRuling, writeRuling } from '../../components/inbox/ruling-draft.ts'
import { playbookIdOf } from '../../lib/domain/slug.ts'
import { lintPlaybook } from '../../lib/playbook/lint.ts'
import { fixturePlaybooks } from './playbook-fixture.ts'

describe('the words of the console', () => {
  test.each([
    ['Item not received', 'item-not-received'],
    ['  Überweisung & Co. ', 'uberweisung-co'],
    ['S1: self-harm', 's1-self-harm'],
    ['new', 'new-playbook'],
    ['日本', ''],
  ])('the title "%s" becomes the id "%s"', (title, slug) => {
    expect(playbookIdOf(title)).toBe(slug)
  })

  test.each(['Item not received', 'Quotes "inside" and: colons', "It's # odd", '- dash'])('the template of "%s" has no problem', (title) => {
    expect(lintPlaybook(playbookTemplate(title, 'Noor: "N" Haddad'), null)).toEqual([])
  })

  test('a condition reads as a sentence', () => {
    const big = { op: 'compare', field: 'order.value', comparator: '>=', value: 1000 } as const
    const known = { op: 'known', field: 'case.order' } as const
    expect(conditionSentence({ op: 'and', of: [big, { op: 'or', of: [known, { op: 'not', of: known }] }] })).toBe(
      'order.value is at least 1000 and (case.order is known or case.order is not known)',
    )
  })

  test('a trigger completes "Shown when"', () => {
    expect(triggerSentence({ kind: 'keywords', terms: ['fake', 'near:5 serial missing'] })).toBe('the page says "fake" or serial and missing within 5 words')
    const many = Array.from({ length: 20 }, (_, at) => `k${at}`)
    expect(triggerSentence({ kind: 'keywords', terms: many })).toMatch(/"k7" or one of 12 more$/)
  })

  test.each([
    [0, 'now'],
    [-5000, 'now'],
    [4 * 60_000, '4 min'],
    [2.9 * 3_600_000, '2 h'],
    [50 * 3_600_000, '2 d'],
  ])('an age of %d ms reads "%s"', (age, words) => {
    expect(ageOf(1_000_000_000_000 - age, 1_000_000_000_000)).toBe(words)
  })

  test('the outcomes of a playbook are offered for its ruling', () => {
    const document = fixturePlaybooks().get('counterfeit-listing')?.at(-1)?.document
    expect(document && outcomesOf(document)).toEqual(['Remove listing', 'No violation'])
  })

  test('a ruling draft survives being written and read', () => {
    const ruling = { outcome: 'Remove "listing"', rationale: 'Line one\nline two' }
    expect(readRuling(writeRuling(ruling))).toEqual(ruling)
    expect(writeRuling({ outcome: '', rationale: '' })).toBe('')
  })

  test('a draft that is no ruling is shown as the rationale, not lost', () => {
    expect(readRuling('{ half')).toEqual({ outcome: '', rationale: '{ half' })
  })

  test('a fault beyond the text is marked at its end, not thrown', () => {
    const fault = { severity: 'error', line: 99, column: 99, code: 'x', message: 'Wrong.', fix: 'Mend it.' } as const
    expect(diagnosticsOf([fault], Text.of(['one', 'two']))).toEqual([{ from: 7, to: 7, severity: 'error', message: 'Wrong. Mend it.' }])
  })
})
