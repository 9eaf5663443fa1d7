// The keys of the inbox, the way a menu shows them.
import { Modal } from '@mantine/core'
import styles from './key-list.module.css'

interface Props {
  opened: boolean
  onClose(): void
}

const keys: [string, string][] = [
  ['j', 'Next escalation'],
  ['k', 'Previous escalation'],
  ['Enter', 'Open it'],
  ['t', 'Take'],
  ['r', 'Rule'],
  ['a', 'Ask the agent'],
  ['c', 'Coach the agent'],
  ['Ctrl Enter', 'Send the ruling, the question or the note'],
  ['Esc', 'Leave the text field, back to the list'],
  ['/', 'Search'],
  ['?', 'This list'],
]

export function KeyList({ opened, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title="Keys" size="sm" closeButtonProps={{ 'aria-label': 'Close' }}>
      <dl className={styles.keys}>
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              {key.split(' ').map((part) => (
                <kbd key={part}>{part}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
