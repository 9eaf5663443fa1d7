import { expect, test } from 'vitest'
import { claimNext, refuse, settle } from '../../lib/db/delivery.ts'
import { commitEscalation, escalationsOfCase, getEscalation, listEscalations } from '../../lib/db/escalations.ts'
import { enqueue } from '../../lib/db/outbox.ts'
import { saveSession } from '../../lib/db/session.ts'
import { contentOf, freshDatabase, id, mira, recordOf, sessionOf, start } from './sample.ts'

/** An escalation that the hub has, and a second one that nobody says anything about. */
async function openSent() {
  const { use } = freshDatabase()
  await use((db) => saveSession(db, sessionOf(mira)))
  for (const n of [1, 2]) await use((db) => commitEscalation(db, { content: contentOf(n), sendAfter: start, now: start }))
  const claim = () =>
    use((db) => claimNext(db, start + 100)).then((claim) => {
      if (claim.kind !== 'row') throw new Error('nothing to send')
      return claim.row
    })
  for (const n of [1, 2]) {
    const row = await claim()
    await use((db) => settle(db, row, recordOf(n)))
  }
  const say = (n: number, route: 'answer' | 'amend' | 'withdraw', body: unknown) =>
    use((db) => enqueue(db, { id: id(n), route, params: { id: id(1) }, body, now: start + n }))
  const waiting = async () => (await use((db) => getEscalation(db, id(1))))?.waiting
  return { use, claim, say, waiting }
}

test('what was said about an escalation comes with it, oldest first, until the hub has it', async () => {
  const { use, claim, say, waiting } = await openSent()
  expect(await waiting()).toBeUndefined()
  await say(11, 'answer', { text: 'The one from Friday.' })
  await say(12, 'amend', { note: 'A second seller', severity: 'S1' })
  await say(13, 'withdraw', { reason: 'Solved' })
  const words = [
    { id: id(11), kind: 'answer', text: 'The one from Friday.', severity: null, at: start + 11 },
    { id: id(12), kind: 'amend', text: 'A second seller', severity: 'S1', at: start + 12 },
    { id: id(13), kind: 'withdraw', text: 'Solved', severity: null, at: start + 13 },
  ]
  expect(await waiting()).toEqual(words)
  expect((await use((db) => listEscalations(db, mira.id))).map((own) => own.waiting?.length ?? 0).sort()).toEqual([0, 3])
  expect(await use((db) => escalationsOfCase(db, 'demo-desk:1', mira.id))).toMatchObject([{ waiting: words }])
  const row = await claim()
  expect(await waiting()).toEqual(words)
  await use((db) => settle(db, row, recordOf(1, { revision: 4 })))
  expect(await waiting()).toEqual(words.slice(1))
})

test('what the hub refused waits no more, and what is waiting is never stored with the escalation', async () => {
  const { use, claim, say, waiting } = await openSent()
  await say(11, 'answer', { text: 'The one from Friday.' })
  expect(await waiting()).toHaveLength(1)
  const row = await claim()
  await use((db) => refuse(db, row, 'It was ruled meanwhile.'))
  expect(await waiting()).toBeUndefined()
  expect(await use((db) => db.get('escalations', id(1)))).not.toHaveProperty('waiting')
})

test('a broken row of the outbox hides no escalation', async () => {
  const { use, say, waiting } = await openSent()
  await use((db) => db.put('outbox', { id: id(3), order: 77 } as never))
  await say(11, 'answer', { said: 'no text' })
  expect(await waiting()).toBeUndefined()
})
