import { describe, expect, test } from 'vitest'
import { reopenRun } from '../../lib/domain/close-run.ts'
import { editProof, wentWithRun } from '../../lib/domain/edit-proof.ts'
import { handAway, handBack } from '../../lib/domain/handover.ts'
import { moveRun } from '../../lib/domain/migrate-run.ts'
import { addProof, removeProof } from '../../lib/domain/proof.ts'
import { startRun } from '../../lib/domain/run.ts'
import { undoChange } from '../../lib/domain/run-records.ts'
import type { Proof } from '../../lib/schema/proof.ts'
import { Run } from '../../lib/schema/run.ts'
import { check, mira, playbook } from './fixtures.ts'

const book = playbook([check('look'), check('ask')])
const { document } = book
const before = {
  id: '00000000-0000-7000-8000-000000000001',
  at: 20,
  kind: 'selection',
  text: 'paid Mara twice',
  around: '',
  url: 'https://desk.example.com/9',
  title: 'Order 9',
} as const satisfies Proof
const after: Proof = { ...before, text: 'paid [words removed] twice' }
const other: Proof = { ...before, id: '00000000-0000-7000-8000-000000000002', text: 'a second' }
const fresh = startRun({ id: mira.id, caseKey: 'demo-desk:1', playbook: book, memberId: mira.id, now: 10 })
const held = addProof(addProof(fresh, document, 'look', before, {}), document, 'look', other, {})
const late = 'was sent or changed meanwhile. Nothing was saved'

describe('a piece of evidence that is made less', () => {
  test('stands in the place of the other, and nothing of the run says what it was', () => {
    // In the way back, in what a move would bring again, and as it stands.
    const removed = undoChange(removeProof(held, document, 'look', other.id, {}, 30), { stepId: 'look', at: 30 }, 31)
    const moved = moveRun(removed, document, { ...book, version: book.version + 1 }, 'agent', { at: 40, mayUndo: true })
    expect(JSON.stringify(moved.move?.before)).toContain('Mara')
    const edited = editProof(moved, before, after, 50)
    expect(edited.steps[0]?.proofs).toEqual([after, other])
    expect(JSON.stringify(edited)).not.toContain('Mara')
    expect(edited.updatedAt).toBe(50)
    expect(Run.parse(edited)).toEqual(edited)
  })
  test('stays away when the last change is taken back', () => {
    const ticked = removeProof(held, document, 'look', other.id, {}, 30)
    const edited = editProof(ticked, before, after, 50)
    expect(undoChange(edited, { stepId: 'look', at: 30 }, 60).steps[0]?.proofs).toEqual([after, other])
  })
  test('is put back by the same way', () => {
    expect(editProof(editProof(held, before, after, 50), after, before, 60).steps).toEqual(held.steps)
  })
  test('is refused when it was changed or removed elsewhere, and when the run is closed', () => {
    expect(() => editProof(editProof(held, before, after, 50), before, after, 60)).toThrow(late)
    expect(() => editProof(fresh, before, after, 60)).toThrow(late)
    expect(() => editProof({ ...held, closedAt: 40 }, before, after, 60)).toThrow(late)
  })
})

describe('what left with a run', () => {
  test('is not changed after it was opened again, and what was added since is', () => {
    const again = reopenRun({ ...held, closedAt: 40 }, 45)
    expect(() => editProof(again, before, after, 50)).toThrow(late)
    const since = { ...before, id: '00000000-0000-7000-8000-000000000003', at: 46 }
    expect(editProof(addProof(again, document, 'ask', since, {}), since, { ...since, text: 'x' }, 50).steps[1]?.proofs).toMatchObject([{ text: 'x' }])
  })
  test('is not changed when a colleague had it, or may have seen it, and is when the hand-over was undone before it left', () => {
    const passage = { handoverId: mira.id, member: { id: mira.id, name: mira.name }, at: 40 }
    const away = handAway(held, passage)
    expect([{ ...held, cameFrom: passage }, handBack(away, true), handBack(away)].map((run) => wentWithRun(before, run))).toEqual([true, true, false])
  })
})
