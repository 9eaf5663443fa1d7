// Evidence on a step: typed, taken from the page, made less, removed; and the pictures themselves. Address and title are the browser's word.
import { cameWith, getImage, sweepImages } from '../../../lib/db/images.ts'
import { getCaseMasker } from '../../../lib/db/redaction.ts'
import { editProof } from '../../../lib/domain/edit-proof.ts'
import { maskedProof } from '../../../lib/domain/mask.ts'
import { addProof, removeProof, typedProof } from '../../../lib/domain/proof.ts'
import { sentenceAround } from '../../../lib/domain/sentence.ts'
import type { CaseContext } from '../../../lib/schema/case.ts'
import { limits } from '../../../lib/schema/ids.ts'
import { Proof } from '../../../lib/schema/proof.ts'
import type { RunView } from '../../../lib/schema/views.ts'
import { activeTab } from '../case-view.ts'
import { askHub } from '../hub.ts'
import { Refusal } from '../refusal.ts'
import type { Handlers } from '../router.ts'
import { commitChange, runNamed, showRun, workerAtDesk } from '../run-change.ts'
import { readTab } from '../tab-reading.ts'
import { NotGranted, takePicture } from '../take-picture.ts'
import type { Worker } from '../worker.ts'

const textLimit = 20_000

export function proofHandlers(worker: Worker): Pick<Handlers, `proof.${'add' | 'take' | 'give-up' | 'remove' | 'edit'}` | 'image.get'> {
  const { browser, database, now, newId, pictures } = worker

  async function add(runId: string, stepId: string, id: string, said: Unsigned): Promise<RunView> {
    const by = await workerAtDesk(worker)
    const proof = maskedProof({ ...said, id, at: now(), ...(by ? { by } : {}) } as Proof, await database.use(getCaseMasker))
    return commitChange(worker, await runNamed(worker, runId), (run, { playbook, values }) => addProof(run, playbook.document, stepId, proof, values))
  }

  /** The page of the run's own case; of another page nothing is taken. */
  async function pageOf(runId: string, tabId: number | null): Promise<CaseContext> {
    const { caseKey } = await runNamed(worker, runId)
    const { context } = await readTab(worker.reading, tabId)
    if (context.key !== caseKey || context.access === 'none')
      throw new Refusal('conflict', 'The page shows another case than this run, or cannot be read. Nothing was taken. Go back to the case, then try again.')
    return context
  }

  async function selected({ selection, url, title }: CaseContext, tabId: number): Promise<Unsigned> {
    const text = selection.trim().slice(0, limits.proof)
    if (text === '') throw new Refusal('invalid', 'Nothing is selected on the page. Mark the words there with the mouse, then press Selection again.')
    return { kind: 'selection', text, around: sentenceAround(text, await textAround(tabId)), url, title }
  }

  /** Of the block that holds the selection; empty where the page gives nothing. */
  async function textAround(tabId: number): Promise<string> {
    const [said] = await browser.scripting.executeScript({ target: { tabId }, func: blockOfSelection }).catch(() => [])
    return typeof said?.result === 'string' ? said.result.slice(0, textLimit) : ''
  }

  return {
    'proof.add': ({ runId, stepId, proof, commandId }) => add(runId, stepId, commandId ?? newId(), typedProof(proof)),
    async 'proof.take'({ runId, stepId, tabId: asked, what, commandId }, caller) {
      const tabId = caller.tabId ?? asked ?? (await activeTab(worker))?.id ?? null
      if (tabId === null) throw new Refusal('conflict', 'There is no page to take it from.')
      const id = commandId ?? newId()
      if (what === 'screenshot') {
        try {
          return { view: await takePicture(worker, { id, tabId, runId, stepId }), isWaiting: false }
        } catch (error) {
          if (!(error instanceof NotGranted)) throw error
          await pictures.want({ id, tabId, runId, stepId })
          worker.announce(['case'], tabId)
          return { view: await showRun(worker, await runNamed(worker, runId)), isWaiting: true }
        }
      }
      const page = await pageOf(runId, tabId)
      const said: Unsigned = what === 'link' ? { kind: 'link', url: page.url, title: page.title } : await selected(page, tabId)
      return { view: await add(runId, stepId, id, said), isWaiting: false }
    },
    async 'proof.give-up'() {
      await pictures.done()
      worker.announce(['case'])
      return {}
    },
    'proof.remove': async ({ runId, stepId, proofId }) =>
      commitChange(worker, await runNamed(worker, runId), (run, { playbook, values }) => removeProof(run, playbook.document, stepId, proofId, values, now())),
    async 'proof.edit'({ runId, before, after, base64 }) {
      const run = await runNamed(worker, runId)
      const image = base64 ? await worker.encode(base64, { left: 0, right: 0 }) : undefined
      const masked = maskedProof(Proof.parse({ ...after, ...(image && { image }) }), await database.use(getCaseMasker))
      const stored = image && { ...image, memberId: before.by?.id ?? null, takenAt: before.at }
      const view = await commitChange(worker, run, (run) => editProof(run, before, masked, now()), { image: stored, edits: before })
      // The picture as it was is named by nothing now. Should this fail, it goes at the next start.
      await database.use(sweepImages).catch(() => 0)
      return view
    },
    /** What another member photographed on this device is not shown, whoever knows its hash. */
    async 'image.get'({ hash, of }) {
      const [image, member] = await Promise.all([database.use((db) => getImage(db, hash)), workerAtDesk(worker)])
      if (image && (image.memberId === null || image.memberId === member?.id)) return { type: image.type, base64: image.base64 }
      const from = of ?? (await database.use((db) => cameWith(db, hash)))?.of ?? null
      if (from === null) throw new Refusal('conflict', 'This picture is not on this device any more.')
      return askHub(worker, 'picture', { params: { hash }, request: { of: from } })
    },
  }
}

/** Without who and when, which are added here. */
type Unsigned = Proof extends infer P ? (P extends Proof ? Omit<P, 'id' | 'at' | 'by'> : never) : never

/** Runs in the page; uses nothing from here. */
function blockOfSelection(): string {
  const selection = getSelection()
  if (!selection?.rangeCount) return ''
  const node = selection.getRangeAt(0).commonAncestorContainer
  const element = node instanceof HTMLElement ? node : node.parentElement
  return (element?.closest('p,li,td,dd,blockquote,article,section,div') ?? element)?.textContent.slice(0, 20_000) ?? ''
}
