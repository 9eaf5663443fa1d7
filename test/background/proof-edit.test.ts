import { describe, expect, test } from 'vitest'
import { hashOf } from '../../lib/db/content-hash.ts'
import { getImage } from '../../lib/db/images.ts'
import { putPlaybook } from '../../lib/db/library.ts'
import { getRun } from '../../lib/db/runs.ts'
import { maskWords, type Selection } from '../../lib/domain/mask-words.ts'
import type { ImageRef, Proof } from '../../lib/schema/proof.ts'
import type { Run } from '../../lib/schema/run.ts'
import { mira } from '../db/sample.ts'
import { versionOf } from '../playbook/version-of.ts'
import { join, outboxOf } from './escalating.ts'
import { openScene, pageSaying, reportOf, type Scene, ticket } from './scene.ts'

const panel = 'the side panel'
const book = versionOf('- [ ] Look {evidence: screenshot}\n- [ ] Ask {evidence: selection}\n- [=] Keep\n- [=] Remove')
const late = 'was sent or changed meanwhile. Nothing was saved'

async function working() {
  const scene = openScene()
  await join(scene)
  await scene.enableDesk()
  await scene.worker.database.use((db) => putPlaybook(db, book))
  const { context } = await scene.get(panel, 'case.get', { tabId: 7 })
  const { run } = await scene.get(panel, 'run.start', { caseKey: context.key, playbookId: 'counterfeit' })
  const stored = async () => (await scene.worker.database.use((db) => getRun(db, run.id))) as Run
  const proof = async (stepId: string) => (await stored()).steps.find((record) => record.stepId === stepId)?.proofs?.[0] as Proof
  const edit = (before: Proof, after: Proof, base64?: string) => scene.ask(panel, 'proof.edit', { runId: run.id, before, after, ...(base64 ? { base64 } : {}) })
  const escalate = () => scene.get(panel, 'escalation.create', { tabId: 7, caseKey: context.key, note: '', severity: 'S2', queue: 'leads', runId: run.id })
  return { scene, runId: run.id, stored, proof, edit, escalate }
}
/** With a picture on the first step. */
async function photographed() {
  const desk = await working()
  const { scene } = desk
  scene.browser.readPage = () => ({ href: ticket.url, bornAt: 1, width: 1200, rail: null })
  scene.browser.capture = () => 'data:image/png;base64,AAAA'
  await scene.get(panel, 'proof.take', { runId: desk.runId, stepId: 'look', tabId: 7, what: 'screenshot' })
  const before = (await desk.proof('look')) as Extract<Proof, { kind: 'screenshot' }>
  return { ...desk, before, isThere: (image: ImageRef) => scene.worker.database.use((db) => getImage(db, image.hash)).then((found) => found !== null) }
}
/** With words selected on the second step. */
async function quoted() {
  const desk = await working()
  const { scene } = desk
  scene.browser.pageScript = pageSaying(reportOf({ selection: 'paid Mara twice' }))
  scene.browser.readPage = () => 'He paid Mara twice. Hi Mara.'
  await scene.get(panel, 'proof.take', { runId: desk.runId, stepId: 'ask', tabId: 7, what: 'selection' })
  const before = (await desk.proof('ask')) as Selection
  return { ...desk, before, ...maskWords(before, 'Mara') }
}
/** Everything that this device keeps, as text. */
const everything = ({ worker }: Scene) =>
  worker.database.use(async (db) => JSON.stringify(await Promise.all([...db.objectStoreNames].map((name) => db.getAll(name)))))

describe('a picture that was drawn on', () => {
  test('is encoded and hashed by the worker, stands in the place of the other, and the other is gone', async () => {
    const { scene, stored, proof, edit, before, isThere } = await photographed()
    expect(await isThere(before.image)).toBe(true)
    expect(await edit(before, { ...before, image: { ...before.image, hash: 'f'.repeat(64), width: 9 } }, 'BBBB')).toMatchObject({ ok: true })
    const after = (await proof('look')) as typeof before
    expect(after).toEqual({ ...before, image: { ...before.image, hash: await hashOf(new TextEncoder().encode('BBBB')) } })
    const image = await scene.worker.database.use((db) => getImage(db, after.image.hash))
    expect(image).toMatchObject({ ...after.image, memberId: mira.id, takenAt: before.at })
    expect(await hashOf(Uint8Array.from(atob(image!.base64), (letter) => letter.charCodeAt(0)))).toBe(after.image.hash)
    expect(await isThere(before.image)).toBe(false)
    expect(JSON.stringify(await stored())).not.toContain(before.image.hash)
    expect(await everything(scene)).not.toContain(before.image.hash)
  })
  test('leaves under its own hash, and the old bytes do not', async () => {
    const { scene, proof, edit, before, escalate } = await photographed()
    await edit(before, before, 'BBBB')
    const after = (await proof('look')) as typeof before
    const own = await escalate()
    expect(await outboxOf(scene)).toMatchObject([{ route: 'escalate' }, { route: 'image', body: { of: own.id, hash: after.image.hash } }])
  })
  test('is refused once the case was escalated, and the upload of the picture goes on', async () => {
    const { scene, proof, edit, before, escalate, isThere } = await photographed()
    await escalate()
    expect(await edit(before, before, 'BBBB')).toMatchObject({ ok: false, error: { code: 'conflict', message: expect.stringContaining(late) } })
    expect(await proof('look')).toEqual(before)
    expect(await isThere(before.image)).toBe(true)
    expect((await outboxOf(scene)).map(({ body }) => (body as { hash?: string }).hash)).toContain(before.image.hash)
  })
  test('can be drawn on after Undo, and then nothing names the old one', async () => {
    const { scene, edit, before, escalate, isThere } = await photographed()
    const own = await escalate()
    await scene.get(panel, 'escalation.undo', { id: own.id })
    expect(await edit(before, before, 'BBBB')).toMatchObject({ ok: true })
    expect(await isThere(before.image)).toBe(false)
    expect(await everything(scene)).not.toContain(before.image.hash)
  })
  test('is refused after the run was closed and opened again', async () => {
    const { scene, runId, edit, before } = await photographed()
    scene.clock.now += 10
    await scene.get(panel, 'run.close', { runId, reason: 'The listing is gone' })
    expect(await edit(before, before, 'BBBB')).toMatchObject({ ok: false, error: { message: expect.stringContaining(late) } })
    await scene.get(panel, 'run.reopen', { runId })
    expect(await edit(before, before, 'BBBB')).toMatchObject({ ok: false, error: { message: expect.stringContaining(late) } })
  })
  test('of two panels is saved by the first', async () => {
    const { proof, edit, before } = await photographed()
    await edit(before, before, 'BBBB')
    const first = await proof('look')
    expect(await edit(before, before, 'CCCC')).toMatchObject({ ok: false, error: { code: 'invalid', message: expect.stringContaining(late) } })
    expect(await proof('look')).toEqual(first)
  })
  test('larger than a picture may be is refused before it is looked at', async () => {
    const { edit, before, proof } = await photographed()
    expect(await edit(before, before, 'B'.repeat(540_001))).toMatchObject({ ok: false, error: { code: 'invalid' } })
    expect(await proof('look')).toEqual(before)
  })
})

describe('words masked in a selection', () => {
  test('are nowhere on this device any more, nor in what is sent', async () => {
    const { scene, proof, edit, before, masked, escalate } = await quoted()
    expect(before).toMatchObject({ text: 'paid Mara twice', around: 'He paid Mara twice.' })
    // Pages are read when the case is escalated: there they are the page's words, not the evidence.
    scene.browser.pageScript = pageSaying(reportOf())
    expect(await edit(before, masked)).toMatchObject({ ok: true })
    expect(await proof('ask')).toMatchObject({
      text: 'paid [words removed] twice',
      around: 'He paid [words removed] twice.',
      title: ticket.title,
      at: before.at,
    })
    expect(await everything(scene)).not.toContain('paid Mara')
    await escalate()
    expect(JSON.stringify(await outboxOf(scene))).not.toContain('paid Mara')
  })
  test('do not leave with what is still selected on the page', async () => {
    const { scene, edit, before, masked, escalate } = await quoted()
    await edit(before, masked)
    const { content } = await escalate()
    expect(content.case.selection).toBe('')
    expect(JSON.stringify(await outboxOf(scene))).not.toContain('paid Mara')
    expect(content.run?.lines.find(({ stepId }) => stepId === 'ask')?.proofs).toMatchObject([{ text: masked.text }])
  })
  test('come back until it is sent, and not afterwards', async () => {
    const { proof, edit, before, masked, escalate } = await quoted()
    await edit(before, masked)
    expect(await edit(masked, before)).toMatchObject({ ok: true })
    expect(await proof('ask')).toEqual(before)
    await edit(before, masked)
    await escalate()
    expect(await edit(masked, before)).toMatchObject({ ok: false, error: { message: expect.stringContaining(late) } })
    expect(await proof('ask')).toEqual(masked)
  })
  test('leave no trace in an escalation that was undone', async () => {
    const { scene, edit, before, masked, escalate } = await quoted()
    scene.browser.pageScript = pageSaying(reportOf())
    const own = await escalate()
    await scene.get(panel, 'escalation.undo', { id: own.id })
    await edit(before, masked)
    expect(await everything(scene)).not.toContain('paid Mara')
  })
  test('are masked beside what is masked always', async () => {
    const { proof, edit, before, masked } = await quoted()
    await edit(before, { ...masked, text: `${masked.text}, pin: 8812` })
    expect(await proof('ask')).toMatchObject({ text: 'paid [words removed] twice, pin: [removed]' })
  })
})

describe('a page', () => {
  test('edits nothing', async () => {
    const { scene, runId, before, proof } = await photographed()
    expect(await scene.ask('the page script on an enabled site', 'proof.edit', { runId, before, after: before, base64: 'BBBB' })).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    })
    expect(await proof('look')).toEqual(before)
  })
})
