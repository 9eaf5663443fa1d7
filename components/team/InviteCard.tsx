// A made invite, to hand on: for whom, how long it works, code and link.
import { useEffect, useRef } from 'react'
import type { Invite } from '../../lib/schema/member.ts'
import { instantOf } from '../inbox/age.ts'
import { CopyField } from './CopyField.tsx'
import styles from './team.module.css'

export function InviteCard({ invite }: { invite: Invite }) {
  const card = useRef<HTMLDivElement>(null)
  // It may have been asked for beside a member, far from here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another invite is another reason to look
  useEffect(() => card.current?.scrollIntoView({ block: 'nearest' }), [invite])
  return (
    <div className={styles.made} role="status" ref={card}>
      <p>
        {invite.member
          ? `For ${invite.member.name}. Works once, for seven days.`
          : `An invite for one ${invite.role}. It works once, until ${instantOf(invite.expiresAt)}.`}{' '}
        Send the link, or the code with the hub's address.
      </p>
      <CopyField label="Invite code" value={invite.code} />
      <CopyField label="Invite link" value={invite.url} />
    </div>
  )
}
