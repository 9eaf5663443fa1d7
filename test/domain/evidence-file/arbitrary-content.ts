// Escalations as a hub may hold them, made up: by the rules of the domain, with texts of people who mean no good.
import fc from 'fast-check'
import { changeEscalation, receiveEscalation } from '../../../lib/domain/escalation.ts'
import type { Escalation, RunEvidence } from '../../../lib/schema/escalation.ts'
import { EvidenceContent } from '../../../lib/schema/evidence-file.ts'
import type { Proof } from '../../../lib/schema/proof.ts'
import { lea, mira, omar } from '../fixtures.ts'
import { sha256 } from './sealing.ts'

const hostile = [
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<!-- <script>',
  'a\u202eb\u2066c',
  '"\'&lt;&amp;',
  '\u2028\u2029',
  ';base64,">',
  '\r\n\t',
  '',
]
export const words = fc.oneof({ weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) }, { weight: 1, arbitrary: fc.constantFrom(...hostile) })
const name = fc.oneof(fc.string({ minLength: 1, maxLength: 30 }), fc.constantFrom('Compare the photos', '</pre><b>x'))
const at = fc.integer({ min: 1_700_000_000_000, max: 1_800_000_000_000 })
const id = fc.integer({ min: 1, max: 0xffffffff }).map((number) => `01890000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`)
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })

const bytes = fc.uint8Array({ minLength: 1, maxLength: 40 }).map((all) => Buffer.from(all))
const picture = fc.record({ bytes, isHeld: fc.boolean(), receivedAt: at }).map(({ bytes: held, isHeld, receivedAt }) => ({
  ...{ hash: sha256(held), type: 'image/webp' as const, width: 8, height: 6 },
  ...(isHeld ? { receivedAt, base64: held.toString('base64') } : { receivedAt: null }),
}))
type Picture = typeof picture extends fc.Arbitrary<infer P> ? P : never

const typedProof = (proofId: string, text: string, url: string, instant: number, kind: number): Proof =>
  kind === 0
    ? { id: proofId, at: instant, kind: 'note', text: text || 'a note' }
    : kind === 1
      ? { id: proofId, at: instant, kind: 'link', url, title: text }
      : { id: proofId, at: instant, kind: 'selection', text: text || 'words', around: text, url, title: text, by: omar }
const proofs = fc.array(
  fc.tuple(id, words, words, at, fc.integer({ min: 0, max: 2 })).map((all) => typedProof(...all)),
  { maxLength: 2 },
)

const override = fc.record({
  reason: name,
  at,
  by: fc.constant(mira),
  open: fc.array(fc.record({ stepId: fc.constant('look'), label: words }), { maxLength: 2 }),
})
const line = fc.record({
  ...{ label: words, section: fc.constantFrom('Confirm', 'Decide'), depth: fc.integer({ min: 0, max: 5 }), at: maybe(at), proofs },
  ...{ state: fc.constantFrom('open', 'done', 'skipped', 'not-applicable'), answer: maybe(words), reason: maybe(words), evidence: maybe(words) },
  ...{ tookMs: fc.integer({ min: 0, max: 600_000 }), override: fc.option(override, { nil: undefined }) },
})

function runOf(
  lines: (typeof line extends fc.Arbitrary<infer L> ? L : never)[],
  pictures: Picture[],
  markdown: string,
  startedAt: number,
  runId: string,
): RunEvidence {
  const shots = pictures.map(({ hash, type, width, height }, index): Proof => {
    const image = { hash, type: type as 'image/webp', width, height }
    return {
      id: `01890000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      at: startedAt,
      kind: 'screenshot',
      image,
      url: 'https://desk.example.com',
      title: '</figure>',
    }
  })
  const playbook = { id: 'counterfeit', version: 3, hash: sha256(markdown), title: 'Counterfeit' }
  const all = lines.map((one, index) => ({ ...one, stepId: `step-${index}`, proofs: index === 0 ? [...one.proofs, ...shots] : one.proofs }))
  return { runId, playbook, startedAt, done: 1, skipped: 0, total: lines.length, lines: all as RunEvidence['lines'] }
}

const act = fc.record({ kind: fc.constantFrom('see', 'take', 'ask', 'answer', 'amend', 'rule'), text: name, id })

function worked(record: Escalation, acts: (typeof act extends fc.Arbitrary<infer A> ? A : never)[], start: number): Escalation {
  return acts.reduce((now, { kind, text, id: entryId }, index) => {
    if (now.status === 'ruled') return now
    const by = { by: kind === 'answer' || kind === 'amend' ? mira : lea, at: start + index * 1000, entryId }
    if (kind === 'rule') return changeEscalation(now, { ...by, kind, outcome: text, rationale: text, revision: now.revision })
    if (kind === 'take') return changeEscalation(now, { ...by, kind, revision: now.revision })
    if (kind === 'amend') return changeEscalation(now, { ...by, kind, note: `n${text}`, severity: 'S1' })
    return changeEscalation(now, kind === 'see' ? { ...by, kind } : { ...by, kind, text })
  }, record)
}

export const arbitraryContent: fc.Arbitrary<EvidenceContent> = fc
  .record({
    ...{ id, note: words, title: words, selection: words, markdown: words, start: at, acts: fc.array(act, { maxLength: 6 }), hasRun: fc.boolean() },
    fields: fc.array(fc.record({ name: fc.constantFrom('case.subject', 'order.value'), label: name, value: words }), { maxLength: 3 }),
    lines: fc.array(line, { minLength: 1, maxLength: 5 }),
    pictures: fc.uniqueArray(picture, { maxLength: 3, selector: ({ hash }) => hash }),
    endings: fc.array(fc.record({ runId: id, closedAt: at, outcome: maybe(name), decided: fc.constant([]) }), { maxLength: 2 }),
    copies: fc.array(fc.record({ at, by: fc.constant(lea) }), { maxLength: 2 }),
  })
  .map(({ hasRun, start, pictures, ...said }) => {
    const run = hasRun ? runOf(said.lines, pictures, said.markdown, start, said.id) : null
    const subject = { key: 'demo-desk:1042', siteId: 'demo-desk', caseId: '1042', url: 'https://desk.example.com/1042', title: said.title }
    const content = {
      ...{ id: said.id, case: { ...subject, fields: said.fields, selection: said.selection, access: 'profile' as const, capturedAt: start }, run },
      ...{ queue: 'leads', severity: 'S2' as const, note: said.note, maskedCount: 2, masked: { card: 1, email: 1 }, missing: ['selected text'] },
      ...{ via: 'panel' as const, createdAt: start + 10 },
    }
    const published = { id: 'counterfeit', version: 3, hash: sha256(said.markdown), markdown: said.markdown, note: '', publishedAt: 1, publishedBy: lea }
    return EvidenceContent.parse({
      made: { at: start + 100_000, by: lea, team: { id: said.id, name: 'Trust' } },
      escalation: worked(receiveEscalation(content, mira, 42, start + 500), said.acts, start + 1000),
      playbook: run ? published : null,
      pictures: run ? pictures : [],
      endings: said.endings.map((end) => ({ ...end, playbook: { id: 'counterfeit', version: 3, hash: 'a'.repeat(64), title: 'Counterfeit' }, by: mira })),
      copies: said.copies,
    })
  })
