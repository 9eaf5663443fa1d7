// Evidence on a step: what counts as what, how much there may be. Its free text comes masked (`mask-proof`).
import { limits } from '../schema/ids.ts'
import type { Evidence, PlaybookDocument, Step } from '../schema/playbook.ts'
import type { Proof, TypedProof } from '../schema/proof.ts'
import type { Run, StepRecord } from '../schema/run.ts'
import { visibleSteps } from './run.ts'
import { RunFault } from './run-fault.ts'
import { refuseClosed, withRecord } from './run-records.ts'

type Values = Record<string, string>
type Held = Pick<StepRecord, 'proofs' | 'evidence'> | null

/** What the step demands and does not have; null when it may be done. */
export function missingEvidence({ evidence: kind }: Pick<Step, 'evidence'>, record: Held): Evidence | null {
  if (kind === null || record?.proofs?.some((proof) => proof.kind === kind)) return null
  const isOld = record?.evidence !== undefined && (kind === 'note' || kind === 'link')
  return isOld ? null : kind
}

/** With a protocol: a link that nobody can follow proves nothing. Throws `RunFault`. */
export function typedProof(typed: TypedProof): { kind: 'note'; text: string } | { kind: 'link'; url: string; title: string } {
  if (typed.kind === 'note') return typed
  const said = typed.url.trim()
  const url = /^https?:\/\//i.test(said) ? said : `https://${said}`
  if (/\s/.test(said) || !URL.canParse(url) || !new URL(url).hostname.includes('.')) {
    if (!/^https?:\/\/(localhost|\[)/i.test(url))
      throw new RunFault('This is not an address. Paste the whole of it, such as https://desk.example.com/orders/9.')
  }
  return { kind: 'link', url, title: '' }
}

/** Adding the same id again changes nothing. Throws `RunFault` when the run is closed, the step is not shown, or there is enough evidence. */
export function addProof(run: Run, document: PlaybookDocument, stepId: string, proof: Proof, values: Values): Run {
  refuseClosed(run)
  const shown = visibleSteps(document, run, values).find(({ step }) => step.id === stepId)
  if (!shown) throw new RunFault('This step is not part of the run as it stands.')
  const { record } = shown
  const held = record?.proofs ?? []
  if (held.some(({ id }) => id === proof.id)) return run
  if (held.length >= limits.proofs) throw new RunFault(`A step keeps ${limits.proofs} pieces of evidence. Remove one first.`)
  const all = run.steps.flatMap(({ proofs }) => proofs ?? [])
  if (all.length >= limits.runProofs) throw new RunFault(`A run keeps ${limits.runProofs} pieces of evidence. Remove one first.`)
  const isFull = proof.kind === 'screenshot' && imageHashes(run.steps).size >= limits.images
  if (isFull) throw new RunFault(`A run keeps ${limits.images} pictures. Remove one first.`)
  const base: StepRecord = record ?? { stepId, state: 'open', at: proof.at }
  return withRecord(run, stepId, { ...base, proofs: [...held, proof] }, proof.at)
}

/** `proofId` null: the note or link from before a step could have several. Throws `RunFault` when a step that is done would lose what it demands. */
export function removeProof(run: Run, document: PlaybookDocument, stepId: string, proofId: string | null, values: Values, now: number): Run {
  refuseClosed(run)
  const shown = visibleSteps(document, run, values).find(({ step }) => step.id === stepId)
  const record = shown?.record
  if (!record) return run
  const { evidence, proofs = [], ...rest } = record
  const left = proofs.filter(({ id }) => id !== proofId)
  const isOldGone = proofId === null && evidence !== undefined
  if (left.length === proofs.length && !isOldGone) return run
  const after: StepRecord = { ...rest, ...(evidence === undefined || isOldGone ? {} : { evidence }), ...(left.length > 0 ? { proofs: left } : {}) }
  const missing = record.state === 'done' ? missingEvidence(shown.step, after) : null
  if (missing) throw new RunFault(`A step that is done keeps its ${evidenceWords[missing]}. Add another, or open the step again first.`)
  return withRecord(run, stepId, isEmpty(after) ? null : after, now)
}

export const evidenceWords: Record<Evidence, string> = { note: 'note', link: 'link', screenshot: 'picture', selection: 'selected text' }

/** Nothing was said of the step and nothing hangs on it. */
export function isEmpty({ state, evidence, value, proofs }: StepRecord): boolean {
  return state === 'open' && evidence === undefined && value === undefined && !proofs?.length
}

/** The pictures that these records name. */
export function imageHashes(records: readonly Pick<StepRecord, 'proofs'>[]): Set<string> {
  const proofs = records.flatMap((record) => record.proofs ?? [])
  return new Set(proofs.flatMap((proof) => (proof.kind === 'screenshot' ? [proof.image.hash] : [])))
}
