// All own escalations of one case: the newest laid open, the earlier ones a line each that opens the same way.
import { type ReactNode, useState } from 'react'
import type { Way } from '../../lib/domain/standing.ts'
import type { OwnEscalation } from '../../lib/schema/escalation.ts'
import styles from './escalation.module.css'
import { type OwnActions, OwnCard } from './OwnCard.tsx'
import { Standing } from './Standing.tsx'
import type { TextKeeper } from './text-keeper.ts'

interface Props {
  /** Newest first; at least one. */
  escalations: OwnEscalation[]
  session: Way
  actions: OwnActions
  keeper: TextKeeper
  onUndo: (id: string) => void
  /** Coaching notes about one of them. */
  notesOf?: (id: string) => ReactNode
}

export function OwnList({ escalations: [newest, ...earlier], session, actions, keeper, onUndo, notesOf }: Props) {
  const [chosen, setChosen] = useState<Record<string, boolean>>({})
  const isOpen = ({ id, record }: OwnEscalation) => chosen[id] ?? record?.status === 'asked'
  return (
    <>
      {newest && <OwnCard key={newest.id} own={newest} actions={actions} keeper={keeper} isKeyed notes={notesOf?.(newest.id)} />}
      {earlier.length > 0 && (
        <section className={styles.earlier} aria-label="Earlier escalations of this case">
          <h2>Earlier on this case</h2>
          <ul>
            {earlier.map((own) => (
              <li key={own.id}>
                <Standing
                  own={own}
                  session={session}
                  isOpen={isOpen(own)}
                  onOpen={(open) => setChosen({ ...chosen, [own.id]: open })}
                  onUndo={() => onUndo(own.id)}
                />
                {isOpen(own) && <OwnCard own={own} actions={actions} keeper={keeper} notes={notesOf?.(own.id)} />}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
