// What is new for the member of this device, and what the member says to it: read, confirmed, flagged, replied. Saved here first.
import { listNotesTo } from '../../../lib/db/coaching.ts'
import { listEscalations } from '../../../lib/db/escalations.ts'
import { commitFlag, listOwnFlags, undoFlag } from '../../../lib/db/flags.ts'
import { listHandovers } from '../../../lib/db/handovers.ts'
import { getPlaybook, listPlaybooks } from '../../../lib/db/library.ts'
import { addRead, getRead } from '../../../lib/db/news-read.ts'
import { enqueue } from '../../../lib/db/outbox.ts'
import { commitReceipt, listReceipts } from '../../../lib/db/receipts.ts'
import { getCaseMasker } from '../../../lib/db/redaction.ts'
import { caseKeysOf, getRun } from '../../../lib/db/runs.ts'
import { getSession } from '../../../lib/db/session.ts'
import { maskPlace } from '../../../lib/domain/mask.ts'
import { isHandedTo } from '../../../lib/domain/my-cases.ts'
import { withUnread } from '../../../lib/domain/news.ts'
import { isAsked } from '../../../lib/domain/own-groups.ts'
import { allSteps } from '../../../lib/domain/run.ts'
import { versionNews } from '../../../lib/domain/version-news.ts'
import type { FlagContent } from '../../../lib/schema/flag.ts'
import { limits } from '../../../lib/schema/ids.ts'
import { type News, noNews } from '../../../lib/schema/news.ts'
import { undoMs } from '../escalate.ts'
import { Refusal } from '../refusal.ts'
import type { Handlers } from '../router.ts'
import { isAnyShared, isShared } from '../shared-case.ts'
import type { Worker } from '../worker.ts'

type Names = 'news.get' | 'news.read' | 'flag.make' | 'flag.undo' | 'note.reply' | 'receipt.record'

export function newsHandlers(worker: Worker): Pick<Handlers, Names> {
  const { database, now, newId, announce } = worker

  function news(): Promise<News> {
    return database.use(async (db) => {
      const session = await getSession(db)
      if (!session) return { ...noNews, flags: await listOwnFlags(db, null, now()) }
      const { id } = session.member
      const [playbooks, receipts, read, flags, notes, escalations, handovers] = await Promise.all([
        listPlaybooks(db),
        listReceipts(db, id),
        getRead(db, id),
        listOwnFlags(db, id, now()),
        listNotesTo(db, id),
        listEscalations(db, id),
        listHandovers(db),
      ])
      const asked = escalations.filter(isAsked).length
      const handed = handovers.filter((handover) => isHandedTo(handover, id)).length
      return { ...withUnread({ versions: versionNews(playbooks, receipts, read, session.member, now()), flags, notes, read }), waiting: { asked, handed } }
    })
  }

  const masked = async (text: string) => (await database.use(getCaseMasker))(text.trim(), limits.reason).text

  async function saved(): Promise<void> {
    await worker.highWater.keep().catch(() => undefined)
    announce(['news', 'status'])
  }

  /** The case as a lead finds it again; nothing of its text, and nothing at all where the site is not switched on. */
  async function caseOf(caseKey: string): Promise<FlagContent['case']> {
    if (!(await isShared(worker, caseKey))) return null
    const seen = await worker.cases.recall(caseKey)
    const { title, url } = maskPlace({ key: caseKey, title: seen?.title ?? '', url: seen?.url ?? '', siteName: null }, await database.use(getCaseMasker))
    return { key: caseKey, title, url }
  }

  return {
    'news.get': news,
    async 'news.read'({ keys }) {
      await database.use(async (db) => {
        const session = await getSession(db)
        if (session) await addRead(db, session.member.id, keys)
      })
      announce(['news'])
      return news()
    },
    async 'flag.make'({ runId, stepId, kind, word, commandId }) {
      const met = await database.use(async (db) => {
        const run = await getRun(db, runId)
        return run && { run, playbook: await getPlaybook(db, run.playbook.id, run.playbook.version) }
      })
      if (!met?.playbook) throw new Refusal('conflict', 'This run is not on this device any more. Start the playbook again, then flag the step.')
      const step = stepId === null ? null : allSteps(met.playbook.document).find(({ id }) => id === stepId)
      if (step === undefined) throw new Refusal('conflict', 'This version has no such step any more. Nothing was flagged.')
      const content: FlagContent = {
        id: commandId ?? newId(),
        playbook: met.run.playbook,
        stepId,
        label: step?.label ?? '',
        kind,
        word: await masked(word),
        case: await caseOf(met.run.caseKey),
        createdAt: now(),
      }
      const sendAfter = content.createdAt + undoMs
      await database.use((db) => commitFlag(db, content, sendAfter))
      worker.loop.sendAt(sendAfter)
      await saved()
      return news()
    },
    async 'flag.undo'({ id }) {
      const undone = await database.use((db) => undoFlag(db, id))
      await saved()
      return { undone }
    },
    async 'note.reply'({ id, text, commandId }) {
      const body = { text: await masked(text) }
      await database.use((db) => enqueue(db, { id: commandId ?? newId(), route: 'heed', params: { noteId: id }, body, now: now() }))
      await saved()
      void worker.loop.send()
      return news()
    },
    /**
     * Once per member, version and kind. Seen leaves only of a version that was met on a site that is switched on; a confirmation is the
     * member's own word and leaves from anywhere, saying whether it was given on such a case.
     */
    async 'receipt.record'({ playbookId, version, kind }) {
      const caseKeys = await database.use((db) => caseKeysOf(db, { id: playbookId, version }))
      const onCase = await isAnyShared(worker, caseKeys)
      if (kind === 'seen' && !onCase) return {}
      const isNew = await database.use((db) => commitReceipt(db, { id: newId(), receipt: { playbookId, version, kind, onCase }, now: now() }))
      if (!isNew) return {}
      await saved()
      if (kind === 'acknowledged') announce(['runs'])
      void worker.loop.send()
      return {}
    },
  }
}
