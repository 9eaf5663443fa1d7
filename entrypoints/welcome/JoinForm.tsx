// Three fields and a button. A pasted invite link fills two of them; each fault stands beside the field it is about.
import { type FormEvent, useState } from 'react'
import { Button } from '../../components/ui/Button.tsx'
import { Field } from '../../components/ui/Field.tsx'
import { Notice } from '../../components/ui/Notice.tsx'
import type { SessionView } from '../../lib/schema/views.ts'
import { type Invitation, readInviteLink } from './invite-link.ts'
import { sentenceOf, type WelcomeStore } from './store.ts'
import styles from './welcome.module.css'

interface Props {
  store: WelcomeStore
  session: SessionView
  invitation: Invitation
}

type Faults = Partial<Record<'hubUrl' | 'invite' | 'name', string>>

/** The hub's sentence goes where it can be mended. */
function placeOf(message: string): keyof Faults {
  if (/invite|code/i.test(message)) return 'invite'
  return /\bname\b/i.test(message) ? 'name' : 'hubUrl'
}

export function JoinForm({ store, session, invitation }: Props) {
  const [fields, setFields] = useState({ hubUrl: invitation.hubUrl || (session.hubUrl ?? ''), invite: invitation.invite, name: session.member?.name ?? '' })
  const [faults, setFaults] = useState<Faults>({})
  const [isBusy, setBusy] = useState(false)

  function type(field: keyof Faults, text: string) {
    const link = field === 'name' ? null : readInviteLink(text)
    setFields({ ...fields, ...(link ?? { [field]: text }) })
    setFaults({ ...faults, [field]: undefined })
  }

  async function join(event: FormEvent) {
    event.preventDefault()
    const missing: Faults = {}
    if (fields.hubUrl.trim() === '') missing.hubUrl = 'Your lead sends it with the invite; it looks like https://hub.example.com.'
    if (fields.invite.trim() === '') missing.invite = 'Ask your lead for an invite; each works once, for seven days.'
    if (fields.name.trim() === '') missing.name = 'Type the name that your team knows you by.'
    setFaults(missing)
    if (Object.keys(missing).length > 0) return
    setBusy(true)
    try {
      await store.join({ hubUrl: fields.hubUrl.trim(), invite: fields.invite.trim(), name: fields.name.trim() })
    } catch (cause) {
      const message = sentenceOf(cause)
      setFaults({ [placeOf(message)]: message })
      setBusy(false)
    }
  }

  return (
    <form className={styles.form} noValidate onSubmit={join}>
      {session.state === 'revoked' && (
        <Notice tone="amber" title="Your team signed this device out.">
          <p>
            Ask your lead for an invite “for a new device”. With it you are {session.member?.name ?? 'the same member'} again, and what was not sent leaves by
            itself; until then it is kept here.
          </p>
        </Notice>
      )}
      {session.state === 'left' && (
        <Notice title="You are signed out.">
          <p>What was not sent is kept here and leaves when {session.member?.name ?? 'the same member'} joins again.</p>
        </Notice>
      )}
      <Field
        label="Hub address"
        hint="Or paste the whole invite link here."
        type="url"
        inputMode="url"
        autoComplete="url"
        spellCheck={false}
        placeholder="https://hub.example.com"
        value={fields.hubUrl}
        fault={faults.hubUrl}
        onChange={(event) => type('hubUrl', event.target.value)}
      />
      <Field
        label="Invite code"
        autoComplete="off"
        spellCheck={false}
        value={fields.invite}
        fault={faults.invite}
        onChange={(event) => type('invite', event.target.value)}
      />
      <Field
        label="Your name"
        autoComplete="name"
        maxLength={80}
        value={fields.name}
        fault={faults.name}
        onChange={(event) => type('name', event.target.value)}
      />
      <div>
        <Button type="submit" look="primary" busy={isBusy}>
          Join team
        </Button>
      </div>
      <p className={styles.muted} role="status">
        {isBusy ? 'Asking the hub.' : 'This device gets a token of its own, which your team can revoke. Nothing is sent to anybody else.'}
      </p>
    </form>
  )
}
