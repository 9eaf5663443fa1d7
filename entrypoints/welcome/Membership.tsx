// Who this device speaks for, and signing out. Unsent items are named and can be taken along first.
import { useState } from 'react'
import { useStore } from 'zustand'
import { Button } from '../../components/ui/Button.tsx'
import { saveFile } from '../../components/ui/hand-out.ts'
import { Notice } from '../../components/ui/Notice.tsx'
import type { SessionView } from '../../lib/schema/views.ts'
import { sentenceOf, type WelcomeStore } from './store.ts'
import styles from './welcome.module.css'

export function Membership({ store, session }: { store: WelcomeStore; session: SessionView }) {
  const status = useStore(store, (state) => state.status)
  const [isAsking, setAsking] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const unsent = (status?.queued ?? 0) + (status?.refused ?? 0)
  const role = session.member?.role ?? 'agent'

  async function leave(force: boolean) {
    try {
      await store.leave(force)
    } catch (cause) {
      setFault(sentenceOf(cause))
      setAsking(true)
    }
  }
  async function exportUnsent() {
    const { fileName, json } = await store.unsent()
    saveFile(fileName, json, 'application/json')
  }

  return (
    <section className={styles.step} aria-label="Your team">
      <h2>You are in</h2>
      <p>
        {session.member?.name}, {role} in {session.team?.name}. The hub is {session.hubUrl}.
      </p>
      {isAsking && (
        <Notice
          live
          tone="amber"
          title={unsent === 1 ? 'One item is not sent yet.' : `${unsent} items are not sent yet.`}
          actions={
            <>
              <Button onClick={() => void exportUnsent()}>Export unsent</Button>
              <Button onClick={() => void leave(true)}>Sign out all the same</Button>
              <Button look="quiet" onClick={() => setAsking(false)}>
                Stay
              </Button>
            </>
          }
        >
          <p>{fault ?? `They stay on this device and leave only when ${session.member?.name ?? 'you'} signs in again here.`}</p>
        </Notice>
      )}
      <div className={styles.actions}>
        {role !== 'agent' && (
          <Button look="primary" onClick={() => void store.openConsole()}>
            Open the console
          </Button>
        )}
        <Button onClick={() => (unsent > 0 ? setAsking(true) : void leave(false))}>Sign out</Button>
      </div>
    </section>
  )
}
