// Sends what stands in the form beside it. While it waits it keeps its words, its size and the focus, and refuses clicks.
import { Button } from '@mantine/core'
import { Keycap } from '../ui/Keycap.tsx'
import styles from './composer.module.css'

export function SendButton({ busy, children }: { busy: boolean; children: string }) {
  return (
    <>
      <Button type="submit" size="sm" className={styles.sendButton} aria-disabled={busy || undefined} onClick={(event) => busy && event.preventDefault()}>
        {children}
      </Button>
      <Keycap keys="Ctrl Enter" />
      <span className="visually-hidden" role="status">
        {busy && 'Sending.'}
      </span>
    </>
  )
}
