// Evidence as the worker in memory takes it: typed, selected on a page of fixtures, and pictures that the browser lets be taken only after a key.
import { editProof } from '../../../lib/domain/edit-proof.ts'
import { addProof, removeProof, typedProof } from '../../../lib/domain/proof.ts'
import { valuesOf } from '../../../lib/domain/run.ts'
import type { Proof } from '../../../lib/schema/proof.ts'
import type { Run } from '../../../lib/schema/run.ts'
import type { CaseView, RunView } from '../../../lib/schema/views.ts'
import type { Answers } from './memory-worker.ts'

type Changed = (runId: string, change: (view: RunView) => Run) => RunView
type Names = 'proof.add' | 'proof.edit' | 'proof.take' | 'proof.remove' | 'proof.give-up' | 'image.get'

export function proofAnswers(view: CaseView, changed: Changed): Pick<Answers, Names> {
  const { url, title, fields, selection } = view.context
  const prove = (runId: string, stepId: string, said: object) =>
    changed(runId, ({ run, playbook: { document } }) => {
      const proof = { ...said, id: crypto.randomUUID(), at: Date.now() } as Proof
      return addProof(run, document, stepId, proof, valuesOf(fields, document, run))
    })
  return {
    'proof.add': ({ runId, stepId, proof }) => prove(runId, stepId, typedProof(proof)),
    'proof.take': ({ runId, stepId, what }) => {
      if (what === 'link') return { view: prove(runId, stepId, { kind: 'link', url, title }), isWaiting: false }
      if (what === 'selection') {
        if (selection === '') throw new Error('Nothing is selected on the page. Mark the words there with the mouse, then press Selection again.')
        return { view: prove(runId, stepId, { kind: 'selection', text: selection, around: `She wrote: ${selection} And left.`, url, title }), isWaiting: false }
      }
      view.picture = { runId, stepId, fault: null }
      return { view: view.runs.find(({ run }) => run.id === runId)!, isWaiting: true }
    },
    'proof.remove': ({ runId, stepId, proofId }) =>
      changed(runId, ({ run, playbook: { document } }) => removeProof(run, document, stepId, proofId, valuesOf(fields, document, run), Date.now())),
    'proof.edit': ({ runId, before, after, base64 }) =>
      changed(runId, ({ run }) => {
        const edited = after.kind === 'screenshot' && base64 ? { ...after, image: { ...after.image, hash: keep(base64) } } : after
        return editProof(run, before, edited, Date.now())
      }),
    'proof.give-up': () => {
      view.picture = null
      return {}
    },
    'image.get': ({ hash }) => ({ type: 'image/webp', base64: drawn.get(hash) ?? drawing().split(',')[1]! }),
  }
}

/** Pictures that were drawn on, under a hash that is none. */
const drawn = new Map<string, string>()
function keep(base64: string): string {
  const hash = String(drawn.size).padStart(64, 'd')
  drawn.set(hash, base64)
  return hash
}

/** Something that looks like a page. */
function drawing(): string {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1600, height: 1000 })
  const pen = canvas.getContext('2d')!
  const box = (colour: string, x: number, y: number, width: number, height: number) => {
    pen.fillStyle = colour
    pen.fillRect(x, y, width, height)
  }
  box('#fff', 0, 0, 1600, 1000)
  box('#22313a', 0, 0, 1600, 90)
  for (let line = 0; line < 9; line++) box('#d5dcda', 80, 160 + line * 60, 900 - (line % 3) * 140, 22)
  box('#c9b48c', 1080, 160, 420, 420)
  return canvas.toDataURL('image/webp')
}
