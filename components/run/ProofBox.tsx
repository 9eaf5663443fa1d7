// The evidence on the step that is worked on: what there is, each to be removed, and four ways to add more. What is shown is what is sent.
import { useContext, useEffect, useRef, useState } from 'react'
import { missingEvidence } from '../../lib/domain/proof.ts'
import type { VisibleStep } from '../../lib/domain/run.ts'
import { limits } from '../../lib/schema/ids.ts'
import type { Evidence } from '../../lib/schema/playbook.ts'
import { TextKeeperContext } from '../escalation/text-keeper.ts'
import { useKeptText } from '../escalation/use-kept-text.ts'
import { EditableProof } from '../proof/EditableProof.tsx'
import { ProofItem } from '../proof/ProofItem.tsx'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useUnpressed } from '../ui/use-unpressed.ts'
import { PictureWait } from './PictureWait.tsx'
import type { ProofActs, ProofFault } from './proof-acts.ts'
import styles from './proof-box.module.css'
import { TypedProofField } from './TypedProofField.tsx'

const words: Record<Evidence, string> = { note: 'Note', link: 'Link', selection: 'Selection', screenshot: 'Picture' }
const asked: Record<Evidence, string> = { note: 'A note', link: 'A link', selection: 'Words selected on the page', screenshot: 'A picture of the page' }
const names: Record<Evidence, string> = { note: 'note', link: 'link', selection: 'selection', screenshot: 'picture' }
const titles: Record<Evidence, string> = {
  note: 'Write a note',
  link: 'Give an address',
  selection: 'Take the words that are selected on the page',
  screenshot: 'Take a picture of the page',
}

interface Props {
  runId: string
  shown: VisibleStep
  acts: ProofActs
  isClosed: boolean
  /** Why the last piece was not saved; held by the step, which stays when the box goes. */
  fault: ProofFault | null
  onFault: (fault: ProofFault | null) => void
  /** It was opened to add something. */
  takesFocus: boolean
  /** What the step is done by, when it cannot be done without more: "tick", "answer". */
  neededTo: string | null
}

export function ProofBox({ runId, shown: { step, record }, acts, isClosed, fault: newestFault, onFault, takesFocus, neededTo }: Props) {
  const { proofs = [], evidence } = record ?? {}
  const missing = missingEvidence(step, record)
  const [chosen, setChosen] = useState<Evidence | null>(null)
  /** What is being taken: a second press of the same waits for its answer, another one is done after it. */
  const [busy, setBusy] = useState<Evidence | null>(null)
  const typed = chosen ?? missing
  // Words that are not saved yet, or were refused, outlive the box.
  const keeper = useContext(TextKeeperContext)
  const texts = { note: useKeptText(keeper, `evidence:${runId}:${step.id}:note`), link: useKeptText(keeper, `evidence:${runId}:${step.id}:link`) }
  const fault = useUnpressed(newestFault)
  const isWaiting = acts.waiting?.stepId === step.id

  const box = useRef<HTMLFieldSetElement>(null)
  // What the step asks for comes first.
  useEffect(() => {
    if (takesFocus) box.current?.querySelector<HTMLElement>('[data-evidence], [data-way]')?.focus()
  }, [takesFocus])

  async function attempt(work: Promise<string | null>, about: ProofFault['about'] = null): Promise<boolean> {
    const sentence = await work
    onFault(sentence === null ? null : { sentence, about })
    return sentence === null
  }
  async function take(kind: Exclude<Evidence, 'note'>): Promise<boolean> {
    setBusy(kind)
    const isSaved = await attempt(acts.take(step.id, kind))
    setBusy((now) => (now === kind ? null : now))
    return isSaved
  }
  async function add(kind: 'note' | 'link', text: string): Promise<void> {
    const isSaved = await attempt(acts.add(step.id, kind === 'note' ? { kind, text: text.trim() } : { kind, url: text.trim() }), kind)
    // What was typed or opened meanwhile is not what was saved.
    if (isSaved && texts[kind].clear(text)) setChosen((now) => (now === kind ? null : now))
  }
  function choose(kind: Evidence) {
    if (kind === 'selection' || kind === 'screenshot') return void take(kind)
    onFault(null)
    setChosen(chosen === kind ? null : kind)
  }
  /** Said where it was typed, as long as that field is there. */
  const isTypedFault = fault !== null && fault.about !== null && fault.about === typed
  const remove = (id: string | null) => void attempt(acts.remove(step.id, id))

  return (
    <fieldset ref={box} className={styles.box} aria-label={`Evidence for ${step.label}`}>
      {missing && neededTo && <p className={styles.needed}>{`${asked[missing]}, needed to ${neededTo} it.`}</p>}
      {(proofs.length > 0 || evidence !== undefined) && (
        <ul className={styles.list}>
          {evidence !== undefined && (
            <li>
              <p className={styles.old}>{evidence}</p>
              {!isClosed && <IconButton label="Remove the note" icon="close" onClick={() => remove(null)} />}
            </li>
          )}
          {proofs.map((proof) => (
            <li key={proof.id}>
              {isClosed ? (
                <ProofItem proof={proof} load={acts.load} />
              ) : (
                <EditableProof
                  proof={proof}
                  load={acts.load}
                  mayEdit={acts.mayEdit(proof)}
                  unmasked={acts.unmasked}
                  onEdit={(after, base64) => acts.edit(step.id, proof, after, base64)}
                  onFault={(sentence) => onFault(sentence === null ? null : { sentence, about: null })}
                />
              )}
              {!isClosed && <IconButton label={`Remove the ${names[proof.kind]}`} icon="close" onClick={() => remove(proof.id)} />}
            </li>
          ))}
        </ul>
      )}
      {!isClosed && (
        <>
          {(typed === 'note' || typed === 'link') && (
            <TypedProofField
              key={typed}
              kind={typed}
              text={texts[typed].text}
              fault={isTypedFault ? fault.sentence : null}
              takesFocus={chosen !== null}
              onText={texts[typed].change}
              onAdd={(text) => add(typed, text)}
              onHere={typed === 'link' ? () => void take('link').then((isSaved) => isSaved && setChosen(null)) : null}
              onCancel={chosen === null ? null : () => setChosen(null)}
            />
          )}
          {isWaiting && <PictureWait keys={acts.keys} fault={acts.waiting?.fault ?? null} onGiveUp={acts.giveUp} />}
          {proofs.length < limits.proofs && (
            <div className={styles.ways}>
              {(['note', 'link', 'selection', 'screenshot'] as const).map((kind) => (
                <Button
                  key={kind}
                  look={missing === kind && neededTo !== null && kind !== 'note' && kind !== 'link' ? 'primary' : 'plain'}
                  className={styles.way}
                  title={titles[kind]}
                  busy={busy === kind && kind !== 'link'}
                  aria-expanded={kind === 'note' || kind === 'link' ? typed === kind : undefined}
                  data-way
                  data-evidence={missing === kind || undefined}
                  onClick={() => choose(kind)}
                >
                  {words[kind]}
                </Button>
              ))}
            </div>
          )}
        </>
      )}
      {fault && !isTypedFault && (
        <p className={styles.fault} role="alert">
          {fault.sentence}
        </p>
      )}
    </fieldset>
  )
}
