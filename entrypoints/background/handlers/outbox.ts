// What is unsent: how it stands, another try, and a copy to hand over by hand.
import { brokenRows } from '../../../lib/db/broken.ts'
import { listEscalations } from '../../../lib/db/escalations.ts'
import { getImage } from '../../../lib/db/images.ts'
import { listOutbox, putAwayRefused, retryAll } from '../../../lib/db/outbox.ts'
import { ownerOf } from '../../../lib/db/session.ts'
import { exportText } from '../../../lib/domain/export.ts'
import type { Handlers } from '../router.ts'
import { statusOf } from '../status.ts'
import type { Worker } from '../worker.ts'

export function outboxHandlers(worker: Worker): Pick<Handlers, 'outbox.export' | 'outbox.retry' | 'outbox.dismiss' | 'status.get'> {
  const { database, now } = worker
  return {
    'status.get': () => statusOf(worker),
    async 'outbox.retry'() {
      await database.use(retryAll)
      await worker.loop.bundle({ eager: true })
      await worker.loop.send({ eager: true })
      worker.announce(['escalations', 'status'])
      void worker.loop.wake()
      return statusOf(worker)
    },
    async 'outbox.dismiss'({ what }) {
      if (what !== 'lost') await database.use(putAwayRefused)
      await worker.highWater.keep()
      if (what !== 'refused') await worker.highWater.forgive()
      worker.announce(['status'])
      return statusOf(worker)
    },
    async 'outbox.export'() {
      const held = await database.use(async (db) => {
        const memberId = await ownerOf(db)
        const [own, all, broken] = await Promise.all([listEscalations(db, memberId), listOutbox(db), brokenRows(db)])
        // What another member of this device has not sent is that member's.
        const outbox = all.filter((row) => row.memberId === null || row.memberId === memberId)
        const wanted = new Set(outbox.flatMap(({ route, body }) => (route === 'image' ? [(body as { hash: string }).hash] : [])))
        const pictures = (await Promise.all([...wanted].map((hash) => getImage(db, hash)))).filter((picture) => picture !== null)
        return { escalations: own.filter(({ local }) => local === 'held' || local === 'queued' || local === 'refused'), outbox, broken, pictures }
      })
      const at = new Date(now()).toISOString()
      const others = held.outbox.filter(({ route }) => route !== 'escalate' && route !== 'image').length
      const more =
        others > 0 ? `\n\nAlso unsent: ${others} smaller ${others === 1 ? 'item' : 'items'}, such as amendments and receipts; see the JSON file.` : ''
      const count = held.pictures.length
      const pictures = count > 0 ? `\n\nAlso unsent: ${count} ${count === 1 ? 'picture' : 'pictures'}, whole in the JSON file.` : ''
      return {
        fileName: `handrail-unsent-${at.slice(0, 10)}.json`,
        json: JSON.stringify({ exportedAt: at, ...held }, null, 2),
        text: exportText(held.escalations) + more + pictures,
        count: held.outbox.length + held.broken.length,
      }
    },
  }
}
