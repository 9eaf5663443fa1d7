// Every key of the panel by where it works. One is changed at a time; single keys can be switched off as a whole, for people whose
// voice or tremor presses them by accident.
import { useState } from 'react'
import { type ActionId, type KeyAction, keyActions, type Scope } from '../../lib/domain/key-actions.ts'
import { isChanged } from '../../lib/domain/key-bindings.ts'
import { type KeyChoices, noKeyChoices } from '../../lib/schema/settings.ts'
import { Button } from '../ui/Button.tsx'
import { KeyRow } from './KeyRow.tsx'
import styles from './keys.module.css'

const groups: [Scope, string][] = [
  ['anywhere', 'Anywhere in the panel'],
  ['list', 'On a suggestion'],
  ['step', 'In a playbook'],
  ['cases', 'In My cases'],
  ['search', 'In the search'],
  ['form', 'While typing'],
]

interface Props {
  choices: KeyChoices
  onChange: (choices: KeyChoices) => void
}

export function KeyList({ choices, onChange }: Props) {
  const [changing, setChanging] = useState<ActionId | null>(null)
  const all: readonly KeyAction[] = keyActions
  return (
    <>
      {groups.map(([scope, title]) => (
        <section key={scope} className={styles.group} aria-label={title}>
          <h2>{title}</h2>
          <ul>
            {all
              .filter((action) => action.scope === scope)
              .map((action) => (
                <KeyRow
                  key={action.id}
                  action={action}
                  choices={choices}
                  isChanging={changing === action.id}
                  onChanging={(isChanging) => setChanging(isChanging ? action.id : null)}
                  onChange={onChange}
                />
              ))}
          </ul>
        </section>
      ))}
      <div className={styles.group}>
        <label className={styles.switch}>
          <input type="checkbox" checked={choices.charactersOff} onChange={() => onChange({ ...choices, charactersOff: !choices.charactersOff })} />
          <span>
            Switch off keys that are a single letter, digit or sign
            <span className={styles.note}>What has a key with Ctrl or Alt keeps it. The rest is reached with Tab and the menu.</span>
          </span>
        </label>
        {isChanged(choices) && <Button onClick={() => onChange({ ...noKeyChoices, charactersOff: choices.charactersOff })}>Reset all keys</Button>}
      </div>
    </>
  )
}
