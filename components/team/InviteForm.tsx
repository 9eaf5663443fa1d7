// Brings someone in: a role, then a code and a link that work once, for seven days.
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { Invite, Role } from '../../lib/schema/member.ts'
import { InviteCard } from './InviteCard.tsx'
import styles from './team.module.css'

interface Props {
  /** Roles that this member may give. */
  roles: Role[]
  invite: Invite | null
  busy: boolean
  onInvite(role: Role): void
}

export function InviteForm({ roles, invite, busy, onInvite }: Props) {
  const [role, setRole] = useState<Role>('agent')
  return (
    <section aria-labelledby="invite-title">
      <h2 id="invite-title" className={styles.title}>
        Invite
      </h2>
      <form
        className={styles.invite}
        onSubmit={(event) => {
          event.preventDefault()
          onInvite(role)
        }}
      >
        <NativeSelect
          size="sm"
          label="Role"
          data={roles}
          value={role}
          description={roles.length === 1 ? 'Leads invite agents; ask an admin to invite a lead.' : undefined}
          onChange={(event) => setRole(roles.find((known) => known === event.currentTarget.value) ?? 'agent')}
        />
        <Button type="submit" size="sm" loading={busy} variant={invite ? 'default' : 'filled'}>
          Make an invite
        </Button>
      </form>
      {invite && <InviteCard invite={invite} />}
    </section>
  )
}
