// A piece of evidence on this device with what can be made less of it; or, once it has left, that it stays as it is.
import { useReducer, useRef, useState } from 'react'
import type { Proof } from '../../lib/schema/proof.ts'
import { Button } from '../ui/Button.tsx'
import { late } from '../ui/late.ts'
import styles from './edit-proof.module.css'
import { MaskWords } from './MaskWords.tsx'
import { ProofItem } from './ProofItem.tsx'
import type { LoadPicture } from './ProofPicture.tsx'

const PictureEditor = late(() => import('./PictureEditor.tsx').then((module) => module.PictureEditor), true)

interface Props {
  proof: Proof
  load: LoadPicture
  mayEdit: boolean
  /** What it said before words were masked in it, newest last. */
  unmasked: Map<string, Proof[]>
  /** Answers null when it is saved, else why not. */
  onEdit: (after: Proof, base64?: string) => Promise<string | null>
  /** Why the last edit was not saved; null when it was. */
  onFault: (sentence: string | null) => void
}

export function EditableProof({ proof, load, mayEdit, unmasked, onEdit, onFault }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [isSaved, setSaved] = useState(false)
  // Outlives this box, and is shared with another one that shows the same piece.
  const [, showAgain] = useReducer((count: number) => count + 1, 0)
  const earlier = () => unmasked.get(proof.id) ?? []
  function keep(words: Proof[]) {
    unmasked.set(proof.id, words)
    showAgain()
  }

  async function edit(after: Proof): Promise<boolean> {
    const sentence = await onEdit(after)
    onFault(sentence)
    return sentence === null
  }
  async function mask(after: Proof) {
    const isMasked = await edit(after)
    if (isMasked) keep([...earlier(), proof])
    return isMasked
  }
  async function undo() {
    const last = earlier().at(-1)
    const isBack = last !== undefined && (await edit(last))
    if (isBack) keep(earlier().slice(0, -1))
    return isBack
  }
  function close() {
    setOpen(false)
    opener.current?.focus()
  }
  return (
    <div ref={place} className={styles.more}>
      <ProofItem proof={proof} load={load} />
      {(proof.kind === 'selection' || proof.kind === 'screenshot') && !mayEdit && <p className={styles.muted}>Sent as it is, so it is not changed any more.</p>}
      {mayEdit && proof.kind === 'selection' && <MaskWords proof={proof} within={place} mayUndo={earlier().length > 0} onMask={mask} onUndo={undo} />}
      {mayEdit && proof.kind === 'screenshot' && (
        <>
          <Button ref={opener} look="link" aria-haspopup="dialog" onClick={() => setOpen(true)}>
            Crop or black out
          </Button>
          {isSaved && (
            <p className={styles.muted} role="status">
              Saved. The picture above is what is sent.
            </p>
          )}
          {isOpen && (
            <PictureEditor
              proof={proof}
              load={load}
              onSave={async (base64) => {
                const sentence = await onEdit(proof, base64)
                if (sentence === null) setSaved(true)
                return sentence
              }}
              onClose={close}
            />
          )}
        </>
      )}
    </div>
  )
}
