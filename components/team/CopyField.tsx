// A value to hand on, with a button that copies it and says so.
import { Button, CopyButton, TextInput } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import styles from './team.module.css'

interface Props {
  label: string
  value: string
}

export function CopyField({ label, value }: Props) {
  return (
    <div className={styles.copy}>
      <TextInput size="sm" readOnly label={label} value={value} className={styles.code} onFocus={(event) => event.currentTarget.select()} />
      <CopyButton value={value} timeout={2000}>
        {({ copied, copy }) => (
          <Button
            size="sm"
            variant="default"
            aria-label={copied ? `${label} copied` : `Copy ${label.toLowerCase()}`}
            leftSection={copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
            onClick={copy}
          >
            {copied ? 'Copied' : 'Copy'}
          </Button>
        )}
      </CopyButton>
    </div>
  )
}
