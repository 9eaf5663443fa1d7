// What of the open run goes along with an escalation, to be looked at, and made less, before it is sent.
import { useState } from 'react'
import { EditableProof } from '../../components/proof/EditableProof.tsx'
import { proofTally } from '../../components/proof/proof-words.ts'
import type { CaseView, RunView } from '../../lib/schema/views.ts'
import styles from './going-along.module.css'
import type { SidebarStore } from './store.ts'
import { useProofs } from './use-proofs.ts'

interface Props {
  store: SidebarStore
  view: CaseView
  open: RunView
}

export function GoingAlong({ store, view, open: { run } }: Props) {
  const acts = useProofs(store, run, view, null)
  const [fault, setFault] = useState<string | null>(null)
  const held = run.steps.flatMap(({ stepId, proofs = [] }) => proofs.map((proof) => ({ stepId, proof })))
  const shown = held.filter(({ proof }) => proof.kind === 'screenshot' || proof.kind === 'selection')
  if (shown.length === 0) return null
  return (
    <section className={styles.along} aria-label="Evidence that goes along">
      <p className={styles.head}>Goes along: {proofTally({ proofs: held.map(({ proof }) => proof) })}.</p>
      <ul className={styles.list}>
        {shown.map(({ stepId, proof }) => (
          <li key={proof.id}>
            <EditableProof
              proof={proof}
              load={acts.load}
              mayEdit={acts.mayEdit(proof)}
              unmasked={acts.unmasked}
              onEdit={(after, base64) => acts.edit(stepId, proof, after, base64)}
              onFault={setFault}
            />
          </li>
        ))}
      </ul>
      {fault && (
        <p className={styles.fault} role="alert">
          {fault}
        </p>
      )}
    </section>
  )
}
