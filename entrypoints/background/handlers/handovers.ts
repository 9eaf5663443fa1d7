// Handing a case to a colleague, and what the colleague makes of it. Sending is saved on this device first and leaves through the outbox;
// taking and returning ask the hub, which alone knows who was first.
import { commitHandover, getHandover, listHandovers, undoHandover } from '../../../lib/db/handovers.ts'
import { getPlaybook } from '../../../lib/db/library.ts'
import { listMembers } from '../../../lib/db/members.ts'
import { getCaseMasker } from '../../../lib/db/redaction.ts'
import { getSession } from '../../../lib/db/session.ts'
import { fileSettled, takeRuns } from '../../../lib/db/taken-runs.ts'
import { maskPlace } from '../../../lib/domain/mask.ts'
import { progressLine } from '../../../lib/domain/my-cases.ts'
import { valuesOf } from '../../../lib/domain/run.ts'
import type { DeviceHandover } from '../../../lib/schema/handover.ts'
import { limits } from '../../../lib/schema/ids.ts'
import type { PlaybookVersion } from '../../../lib/schema/playbook.ts'
import type { Run } from '../../../lib/schema/run.ts'
import { findPlace } from '../case-place.ts'
import { undoMs } from '../escalate.ts'
import { fetchPictures } from '../handed-pictures.ts'
import { askHub } from '../hub.ts'
import { retract } from '../notify.ts'
import { failureOf, Refusal } from '../refusal.ts'
import type { Handlers } from '../router.ts'
import { webOrigin } from '../tab-reading.ts'
import type { Worker } from '../worker.ts'

type Names = `handover.${'create' | 'undo' | 'take' | 'return' | 'list'}` | 'member.list'

export function handoverHandlers(worker: Worker): Pick<Handlers, Names> {
  const { browser, database, now, newId, announce } = worker

  async function known(id: string): Promise<DeviceHandover> {
    const found = await database.use((db) => getHandover(db, id))
    if (!found) throw new Refusal('conflict', 'This hand-over is not on this device.')
    return found
  }
  const moved = () => announce(['cases', 'runs', 'case', 'status'])

  /** Every version that the runs are pinned to, from this device or the hub: without it nobody can say what the answers mean. */
  async function versionsFor(runs: Run[]): Promise<PlaybookVersion[]> {
    const versions: PlaybookVersion[] = []
    for (const { playbook: wanted } of runs) {
      const here = await database.use((db) => getPlaybook(db, wanted.id, wanted.version))
      const version =
        here ?? (await askHub(worker, 'playbookVersions', { params: { id: wanted.id }, request: {} })).versions.find((one) => one.version === wanted.version)
      if (!version)
        throw new Refusal(
          'conflict',
          `Version ${wanted.version} of ${wanted.title} is not there any more, so its run cannot be taken. Return the case with a word.`,
        )
      versions.push(version)
    }
    return versions
  }

  return {
    async 'handover.create'({ caseKey, to, note, commandId }) {
      const id = commandId ?? newId()
      const place = await findPlace(worker, caseKey)
      if (!place || !webOrigin(place.url))
        throw new Refusal('conflict', 'The address of this page is not known, so a colleague could not find it. Nothing was handed over.')
      const [session, members, mask] = await database.use((db) => Promise.all([getSession(db), listMembers(db), getCaseMasker(db)]))
      if (!session) throw new Refusal('forbidden', 'Join your team first. Nothing was handed over.')
      const colleague = members.find((member) => member.id === to)
      const fields = (await worker.cases.recall(caseKey))?.fields ?? []
      const at = now()
      const asked = { id, place: maskPlace(place, mask), note: mask(note.trim(), limits.note).text, sendAfter: at + undoMs, now: at }
      const people = { from: refOf(session.member), to: colleague ? refOf(colleague) : null }
      const progress = (run: Run, document: PlaybookVersion['document']) => progressLine(run, document, valuesOf(fields, document, run))
      const own = await database.use((db) => commitHandover(db, { ...asked, ...people, progress }))
      await worker.highWater.keep().catch(() => undefined)
      worker.loop.sendAt(own.sendAfter)
      moved()
      return own
    },
    async 'handover.undo'({ id }) {
      const undone = await database.use((db) => undoHandover(db, id))
      const handover = undone ?? (await known(id))
      if (undone) await worker.highWater.keep().catch(() => undefined)
      moved()
      return { undone: handover.local === 'undone', handover }
    },
    async 'handover.take'({ id, commandId }) {
      const { content } = await known(id)
      const versions = await versionsFor(content.runs)
      const record = await askHub(worker, 'takeHandover', { params: { id }, request: {}, key: commandId ?? newId() })
      await retract(browser, { kind: 'handover', id })
      await database.use((db) => takeRuns(db, { record, versions, newId, now: now() }))
      moved()
      // Nobody waits for the pictures: one that is missing is asked for when it is looked at.
      fetchPictures(worker, record).catch((error) => failureOf(error, 'pictures of a case'))
      return known(id)
    },
    async 'handover.return'({ id, word, commandId }) {
      const mask = await database.use(getCaseMasker)
      const masked = mask(word.trim(), limits.reason).text
      const record = await askHub(worker, 'returnHandover', { params: { id }, request: { word: masked }, key: commandId ?? newId() })
      await retract(browser, { kind: 'handover', id })
      await database.use(async (db) => fileSettled(db, record, (await getSession(db))?.member.id ?? ''))
      moved()
      return known(id)
    },
    /** As the hub has them: what was undone or refused never happened. */
    'handover.list': async ({ caseKey }) =>
      (await database.use(listHandovers)).filter(({ local, content }) => local === 'sent' && content.case.key === caseKey),
    'member.list': () =>
      database.use(async (db) => {
        const [session, members] = await Promise.all([getSession(db), listMembers(db)])
        return members.filter(({ id }) => id !== session?.member.id).sort((a, b) => a.name.localeCompare(b.name))
      }),
  }
}

const refOf = ({ id, name }: { id: string; name: string }) => ({ id, name })
