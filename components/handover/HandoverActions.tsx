// The ways on from a hand-over: undo while it is here, take it or return it, take it back while nobody has it.
import { useContext, useState } from 'react'
import type { DeviceHandover } from '../../lib/schema/handover.ts'
import { SayBox } from '../escalation/SayBox.tsx'
import { TextKeeperContext } from '../escalation/text-keeper.ts'
import { useKeptText } from '../escalation/use-kept-text.ts'
import { Button } from '../ui/Button.tsx'
import { GuardedButton } from '../ui/GuardedButton.tsx'
import styles from './handover.module.css'
import type { HandoverActs } from './handover-acts.ts'

interface Props {
  handover: DeviceHandover
  memberId: string | null
  acts: HandoverActs
  /** On the case itself there is nothing left to open. */
  isCaseOpen: boolean
}

export function HandoverActions({ handover: { id, to, from, local, record, isHere }, memberId, acts, isCaseOpen }: Props) {
  const [isReturning, setReturning] = useState(false)
  const { text: word, change: setWord, clear } = useKeptText(useContext(TextKeeperContext), `return:${id}`)
  const [isBusy, setBusy] = useState(false)
  const isToMe = to.id === memberId
  const isOpen = record?.status === 'open'
  const act = async (work: () => Promise<boolean>) => {
    setBusy(true)
    await work()
    setBusy(false)
  }

  if (isReturning)
    return (
      <SayBox
        label={`Why it goes back to ${from.name}`}
        action="Return the case"
        text={word}
        mayBeEmpty
        takesFocus
        onText={setWord}
        onSay={async (said) => {
          if (!(await acts.giveBack(id, said))) return
          clear(word)
          setReturning(false)
        }}
        onCancel={() => setReturning(false)}
      />
    )
  if (local === 'held' || local === 'refused')
    return (
      <div className={styles.actions}>
        <GuardedButton busy={isBusy} onAct={() => act(() => acts.undo(id))}>
          {local === 'held' ? 'Undo' : 'Take it back'}
        </GuardedButton>
      </div>
    )
  const mayTake = isToMe && (isOpen || (record?.status === 'taken' && !isHere))
  if (!mayTake && !(isOpen && !isToMe)) return null
  return (
    <div className={styles.actions}>
      {mayTake && (
        <GuardedButton look={isOpen ? 'primary' : 'plain'} busy={isBusy} onAct={() => act(() => acts.take(id))}>
          {isOpen ? (isCaseOpen ? 'Take it' : 'Take and open') : 'Go on here'}
        </GuardedButton>
      )}
      {isToMe && isOpen && <Button onClick={() => setReturning(true)}>Return it</Button>}
      {!isToMe && (
        <GuardedButton busy={isBusy} onAct={() => act(() => acts.giveBack(id, ''))}>
          Take it back
        </GuardedButton>
      )}
    </div>
  )
}
