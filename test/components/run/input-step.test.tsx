import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { InputStep } from '../../../components/run/InputStep.tsx'
import { JumpStep } from '../../../components/run/JumpStep.tsx'
import type { InputRules, InputType, StepOf } from '../../../lib/schema/playbook.ts'

const base = { id: 'wish', text: [{ type: 'text' as const, text: 'Wish' }], label: 'Wish', detail: [], optional: false, when: null, evidence: null }
const props = { record: null, isCurrent: true, isClosed: false, onAnswer: () => undefined, onPlaybook: () => undefined }
function shown(input: InputType, rules: InputRules, known: string | null = null): string {
  const step: StepOf<'input'> = { ...base, kind: 'input', input, save: 'a', ...rules }
  return renderToStaticMarkup(<InputStep {...props} step={step} known={known} />)
}
const of = ['refund', 'no, keep it']

describe('an input step', () => {
  it('offers the values of a choice in a list that has a name, with none chosen', () => {
    const html = shown('one-of', { of })
    expect(html).toMatch(/<select[^>]*aria-label="Wish"/)
    expect([...html.matchAll(/<option[^>]*>([^<]*)/g)].map(([, words]) => words)).toEqual(['Choose', ...of])
  })

  it('says what is asked before anything is typed, tied to the field', () => {
    const html = shown('number', { min: 0, max: 10 })
    expect(html).toMatch(/<input[^>]*aria-describedby="wish-note"/)
    expect(html).toMatch(/<p id="wish-note"[^>]*>Type a number from 0 to 10\.</)
    expect(shown('number', {})).not.toContain('wish-note')
  })

  it('gives the calendar its bounds', () => {
    expect(shown('date', { min: '2026-01-01', max: '2026-12-31' })).toMatch(/type="date" min="2026-01-01" max="2026-12-31"/)
  })

  it('offers what the case says only where it can be chosen, spelled as the playbook spells it', () => {
    expect(shown('one-of', { of }, 'Refund ')).toContain('Use refund from the case')
    expect(shown('one-of', { of }, 'exchange')).not.toContain('from the case')
    expect(shown('text', {}, 'exchange')).toContain('Use exchange from the case')
  })
})

it('a jump says where it leads, and afterwards where it led', () => {
  const step: StepOf<'jump'> = { ...base, kind: 'jump', to: 'decide' }
  expect(renderToStaticMarkup(<JumpStep {...props} step={step} target="Decide" />)).toContain('Go on at “Decide”')
  const record = { stepId: 'wish', state: 'done' as const, at: 1 }
  expect(renderToStaticMarkup(<JumpStep {...props} record={record} step={step} target={null} />)).toContain('Went on at “decide”')
})
