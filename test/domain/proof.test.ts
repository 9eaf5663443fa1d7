import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../lib/domain/canonical-json.ts'
import { showStep } from '../../lib/domain/change-step.ts'
import { runEvidence } from '../../lib/domain/evidence.ts'
import { exportText } from '../../lib/domain/export.ts'
import { maskContent, maskedProof, maskText } from '../../lib/domain/mask.ts'
import { addProof, imageHashes, missingEvidence, removeProof, typedProof } from '../../lib/domain/proof.ts'
import { startRun } from '../../lib/domain/run.ts'
import { RunFault } from '../../lib/domain/run-fault.ts'
import { EscalationContent } from '../../lib/schema/escalation.ts'
import type { Evidence } from '../../lib/schema/playbook.ts'
import type { Proof } from '../../lib/schema/proof.ts'
import { Run } from '../../lib/schema/run.ts'
import { check, content, mira, playbook } from './fixtures.ts'

const kinds: Evidence[] = ['note', 'link', 'selection', 'screenshot']
const book = playbook([...kinds.map((kind) => check(kind, { evidence: kind })), check('plain')])
const { document } = book
const fresh = () => startRun({ id: mira.id, caseKey: 'demo-desk:1', playbook: book, memberId: mira.id, now: 10 })

const place = { url: 'https://desk.example.com/9', title: 'Order 9' }
const said: Record<Evidence, object> = {
  note: { text: 'The label is missing' },
  link: place,
  selection: { text: 'paid twice', around: 'He says he paid twice.', ...place },
  screenshot: { image: { hash: 'a'.repeat(64), type: 'image/webp', width: 800, height: 600 }, ...place },
}
const proofOf = (kind: Evidence, n = 1, more: object = {}) =>
  ({ id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`, at: 20, kind, ...said[kind], ...more }) as Proof
const add = (run: Run, stepId: string, proof: Proof) => addProof(run, document, stepId, maskedProof(proof, maskText), {})
const tick = (run: Run, stepId: string) => showStep(run, document, { stepId, state: 'done' }, {}, 30)

describe('evidence on a step', () => {
  test.each(kinds)('a step that asks for a %s is done only with one', (kind) => {
    expect(() => tick(fresh(), kind)).toThrow('Add it first')
    for (const other of kinds.filter((one) => one !== kind)) expect(() => tick(add(fresh(), kind, proofOf(other)), kind)).toThrow(RunFault)
    const done = tick(add(fresh(), kind, proofOf(kind)), kind)
    expect(done.steps).toMatchObject([{ state: 'done', proofs: [{ kind }] }])
    expect(Run.parse(done)).toEqual(done)
  })
  test('several kinds stand on one step, whatever becomes of it', () => {
    let run = kinds.reduce((before, kind, n) => add(before, 'plain', proofOf(kind, n)), fresh())
    const held = run.steps[0]?.proofs
    expect(held).toHaveLength(4)
    for (const state of ['done', 'open', 'skipped'] as const) {
      run = showStep(run, document, { stepId: 'plain', state, reason: 'because' }, {}, 30)
      expect(run.steps).toMatchObject([{ state, proofs: held }])
    }
  })
  test('the same piece added again is one piece', () => {
    const once = add(fresh(), 'plain', proofOf('note'))
    expect(add(once, 'plain', proofOf('note'))).toBe(once)
  })
  test('a step, a run and its pictures have room for so much', () => {
    const full = Array.from({ length: 8 }, (_, n) => n).reduce((run, n) => add(run, 'plain', proofOf('note', n)), fresh())
    expect(() => add(full, 'plain', proofOf('note', 99))).toThrow('A step keeps 8 pieces')
    const many = playbook(Array.from({ length: 9 }, (_, n) => check(`s${n}`)))
    const all = Array.from({ length: 60 }, (_, n) => n).reduce(
      (run, n) => addProof(run, many.document, `s${Math.floor(n / 8)}`, proofOf('note', n), {}),
      fresh(),
    )
    expect(() => addProof(all, many.document, 's8', proofOf('note', 99), {})).toThrow('A run keeps 60 pieces')
    const picture = (n: number) => proofOf('screenshot', n, { image: { hash: String(n).padStart(64, '0'), type: 'image/webp', width: 1, height: 1 } })
    const seen = Array.from({ length: 20 }, (_, n) => n).reduce((run, n) => addProof(run, many.document, `s${Math.floor(n / 8)}`, picture(n), {}), fresh())
    expect(imageHashes(seen.steps).size).toBe(20)
    expect(() => addProof(seen, many.document, 's8', picture(21), {})).toThrow('A run keeps 20 pictures')
  })
  test('goes when it is removed, and with the last of it the record of an open step', () => {
    const run = add(add(fresh(), 'plain', proofOf('note', 1)), 'plain', proofOf('link', 2))
    const one = removeProof(run, document, 'plain', proofOf('note', 1).id, {}, 40)
    expect(one.steps[0]?.proofs).toEqual([proofOf('link', 2)])
    expect(removeProof(one, document, 'plain', proofOf('link', 2).id, {}, 50).steps).toEqual([])
    expect(removeProof(one, document, 'plain', proofOf('note', 7).id, {}, 50)).toBe(one)
  })
  test('a step that is done keeps what it demands, and not more', () => {
    const done = tick(add(add(fresh(), 'note', proofOf('note', 1)), 'note', proofOf('link', 2)), 'note')
    expect(() => removeProof(done, document, 'note', proofOf('note', 1).id, {}, 40)).toThrow('keeps its note')
    expect(removeProof(done, document, 'note', proofOf('link', 2).id, {}, 40).steps[0]?.proofs).toEqual([proofOf('note', 1)])
  })
  test('a closed run and a hidden step take none', () => {
    expect(() => add({ ...fresh(), closedAt: 5 }, 'plain', proofOf('note'))).toThrow('closed')
    expect(() => add(fresh(), 'nowhere', proofOf('note'))).toThrow('not part')
  })
  test('comes masked, and stays so', () => {
    const secret = 'card 4111 1111 1111 1111'
    const run = add(add(fresh(), 'plain', proofOf('note', 1, { text: secret })), 'plain', proofOf('selection', 2, { text: secret, around: `${secret} twice` }))
    expect(JSON.stringify(run)).not.toContain('4111 1111')
    expect(run.steps[0]?.proofs).toMatchObject([
      { text: 'card [card ending 1111]' },
      { text: 'card [card ending 1111]', around: 'card [card ending 1111] twice' },
    ])
  })
})

describe('a typed link', () => {
  test.each([
    ['https://desk.example.com/9?a=1', 'https://desk.example.com/9?a=1'],
    [' desk.example.com/9 ', 'https://desk.example.com/9'],
    ['http://localhost:8080/x', 'http://localhost:8080/x'],
  ])('%j is %s', (url, kept) => expect(typedProof({ kind: 'link', url })).toMatchObject({ url: kept }))
  test.each(['Folder 12', 'seen', 'javascript:alert(1)', ''])('%j is refused in a sentence', (url) =>
    expect(() => typedProof({ kind: 'link', url })).toThrow('Paste the whole of it'),
  )
})

describe('a record from before a step could have several', () => {
  const old: Run = { ...fresh(), steps: [{ stepId: 'note', state: 'open', evidence: 'The night shift', at: 12 }] }
  test('parses, counts for a note or a link, stays when the step is answered, and can be removed', () => {
    expect(Run.parse(old)).toEqual(old)
    expect(kinds.map((evidence) => missingEvidence({ evidence }, old.steps[0]!))).toEqual([null, null, 'selection', 'screenshot'])
    const done = tick(old, 'note')
    expect(done.steps).toMatchObject([{ state: 'done', evidence: 'The night shift' }])
    expect(() => removeProof(done, document, 'note', null, {}, 40)).toThrow('keeps its note')
    expect(removeProof(old, document, 'note', null, {}, 40).steps).toEqual([])
  })
  test('an escalation with it reads and hashes as it did', () => {
    const lines = runEvidence(old, document, {}).lines
    const before = { ...content, run: { runId: mira.id, playbook: old.playbook, startedAt: 10, done: 0, skipped: 0, total: 5, lines } }
    expect(Object.keys(lines[0]!).sort()).toEqual(['answer', 'at', 'depth', 'evidence', 'label', 'reason', 'section', 'state', 'stepId'])
    expect(canonicalJson(EscalationContent.parse(before))).toBe(canonicalJson(before))
  })
})

test('what is handed over carries every piece, masked, and its export says so', () => {
  const run = kinds.reduce((before, kind, n) => add(before, 'plain', proofOf(kind, n)), fresh())
  const evidence = runEvidence(run, document, {})
  evidence.lines.at(-1)!.proofs!.push(proofOf('note', 9, { text: 'pin: 8812' }))
  const masked = maskContent({ ...content, run: evidence })
  expect(masked.maskedCount).toBe(1)
  expect(masked.run?.lines.at(-1)?.proofs).toHaveLength(5)
  expect(EscalationContent.parse(masked)).toEqual(masked)
  const own = { id: content.id, caseKey: 'a', memberId: null, content: masked, hash: 'b'.repeat(64), sendAfter: 1, problem: null, record: null }
  const text = exportText([{ ...own, local: 'queued' }])
  expect(text).toContain('Note: The label is missing')
  expect(text).toContain('Link: https://desk.example.com/9')
  expect(text).toContain('Selected: “paid twice” at https://desk.example.com/9')
  expect(text).toContain('in the JSON file, under aaaaaaaaaaaa')
})
