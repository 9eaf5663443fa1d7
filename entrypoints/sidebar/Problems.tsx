// What is wrong on this device, above everything else: what happened, what is safe, what to do.
import { useStore } from 'zustand'
import { Button } from '../../components/ui/Button.tsx'
import { GuardedButton } from '../../components/ui/GuardedButton.tsx'
import { Notice } from '../../components/ui/Notice.tsx'
import { othersSentence } from './others-words.ts'
import type { SidebarStore } from './store.ts'

export function Problems({ store }: { store: SidebarStore }) {
  const status = useStore(store, (state) => state.status)
  const session = useStore(store, (state) => state.session)
  if (!status) return null
  const { queued, refused, lost, database, others = [] } = status
  const join = (words: string) => <Button onClick={() => void store.device.open('welcome')}>{words}</Button>
  const exportUnsent = (queued > 0 || refused > 0) && <Button onClick={() => void store.device.exportUnsent()}>Export unsent</Button>
  const byHand = (queued > 0 || refused > 0) && (
    <>
      {exportUnsent}
      <Button onClick={() => void store.device.copyUnsent()}>Copy for the lead</Button>
    </>
  )
  const putAway = (what: 'refused' | 'lost') => <GuardedButton onAct={() => void store.device.putAway(what)}>Put away</GuardedButton>
  const waiting = queued === 0 ? 'Nothing waits to be sent.' : `${queued === 1 ? 'One item is' : `${queued} items are`} saved on this device and will wait.`
  const name = session?.member?.name ?? 'the last member'

  if (database === 'newer')
    return (
      <Notice tone="red" title="This device's data was written by a newer Handrail.">
        <p>It was not touched. Update Handrail, or open it in the browser profile that was updated.</p>
      </Notice>
    )
  if (database === 'failed')
    return (
      <Notice tone="red" title="Handrail cannot open its data on this device.">
        <p>{status.problem ?? 'Nothing was deleted. Restart the browser; until then, hand urgent cases to your lead directly.'}</p>
      </Notice>
    )
  return (
    <>
      {lost.length > 0 && (
        <Notice
          tone="red"
          title="The browser's storage was damaged."
          actions={
            <>
              {exportUnsent}
              {putAway('lost')}
            </>
          }
        >
          <p>
            {lost.length === 1 ? 'One saved item may be lost' : `${lost.length} saved items may be lost`} (no. {lost.join(', ')} on this device). Check your
            last cases and escalate them again where nothing arrived.
          </p>
        </Notice>
      )}
      {status.hub === 'none' && (
        <Notice title="You have not joined a team yet." actions={join('Join team')}>
          <p>Joining brings the playbooks and somebody to escalate to.</p>
        </Notice>
      )}
      {status.hub === 'revoked' && (
        <Notice
          tone="amber"
          title="The team signed this device out."
          actions={
            <>
              {join('Join again')}
              {byHand}
            </>
          }
        >
          <p>
            {waiting} Ask your lead for an invite “for a new device”{queued > 0 ? `: once you joined with it, what waits goes out under ${name}.` : '.'}
          </p>
        </Notice>
      )}
      {status.hub === 'left' && (
        <Notice
          tone={queued > 0 ? 'amber' : 'plain'}
          title="You are signed out."
          actions={
            <>
              {join('Sign in')}
              {byHand}
            </>
          }
        >
          <p>
            {waiting} What you escalate now is saved under {name} and leaves when {name} signs in again.
          </p>
        </Notice>
      )}
      {status.needsUpdate && (
        <Notice tone="amber" title="An update of Handrail is needed.">
          <p>
            The hub sends changes that this version cannot show. What you do here is saved and sent as ever. Restart the browser, or ask whoever installed
            Handrail.
          </p>
        </Notice>
      )}
      {status.hub === 'unreachable' && queued > 0 && (
        <Notice
          title="The hub cannot be reached."
          actions={
            <>
              <Button action="retry" onClick={() => void store.device.retry()}>
                Try now
              </Button>
              {byHand}
            </>
          }
        >
          <p>
            {queued === 1
              ? 'One item is saved on this device and will go out by itself.'
              : `${queued} items are saved on this device and will go out by themselves.`}
          </p>
        </Notice>
      )}
      {others.length > 0 && (
        <Notice actions={<Button onClick={() => void store.device.exportUnsent()}>Export unsent</Button>}>
          {others
            .map((other, place) => ({ sentence: othersSentence(other), place }))
            .map(({ sentence, place }) => (
              <p key={place}>{sentence}</p>
            ))}
          <p>What a member saved leaves by itself when that member signs in here again.</p>
        </Notice>
      )}
      {refused > 0 && (
        <Notice
          tone="amber"
          title={refused === 1 ? 'The hub refused one item.' : `The hub refused ${refused} items.`}
          actions={
            <>
              <Button action="retry" onClick={() => void store.device.retry()}>
                Try again
              </Button>
              {byHand}
              {putAway('refused')}
            </>
          }
        >
          {lost.length === 0 && status.problem && <p>{status.problem}</p>}
          <p>
            {refused === 1 ? 'It is' : 'They are'} kept on this device. Export or copy {refused === 1 ? 'it' : 'them'} for your lead before you put{' '}
            {refused === 1 ? 'it' : 'them'} away.
          </p>
        </Notice>
      )}
    </>
  )
}
