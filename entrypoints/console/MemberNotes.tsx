// Notes to one member in general: what was written so far, and a new one.
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { CoachForm } from '../../components/coaching/CoachForm.tsx'
import styles from '../../components/coaching/coaching.module.css'
import { NoteList } from '../../components/coaching/NoteList.tsx'
import type { Member } from '../../lib/schema/member.ts'
import { useDesk, useDeskState } from './desk-context.ts'
import { notifyDone, notifyFailure } from './notify.ts'
import { useMember } from './use-member.ts'

interface Props {
  member: Member | null
  now: number
  onClose(): void
}

export function MemberNotes({ member, now, onClose }: Props) {
  const { client, drafts, now: clock } = useDesk()
  const self = useMember()
  const notes = useDeskState((state) => state.notes)
  const [busy, setBusy] = useState(false)

  async function write(memberId: string, name: string, text: string): Promise<boolean> {
    setBusy(true)
    try {
      await client.send('note.write', { memberId, escalationId: null, text })
      notifyDone(`${name} has your note.`)
      return true
    } catch (cause) {
      notifyFailure(cause)
      return false
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal opened={member !== null} onClose={onClose} size="lg" title={member ? `Notes to ${member.name}` : ''} closeButtonProps={{ 'aria-label': 'Close' }}>
      {member && (
        <div className={styles.section}>
          <CoachForm
            key={member.id}
            place={`coach-member:${member.id}`}
            to={member.name}
            drafts={drafts}
            clock={clock}
            now={now}
            busy={busy}
            autoFocus
            onSend={(text) => write(member.id, member.name, text)}
          />
          <NoteList notes={(notes ?? []).filter(({ content }) => content.to.id === member.id)} memberId={self.id} now={now} label={`Notes to ${member.name}`} />
        </div>
      )}
    </Modal>
  )
}
