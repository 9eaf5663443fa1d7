// What a text is read as.
import { useId } from 'react'
import { ReadAs } from '../../lib/schema/site.ts'
import styles from './reading.module.css'
import { readAsWords } from './source-words.ts'

export function ReadAsChoice({ as, onAs, label = 'Read as' }: { as: ReadAs | undefined; onAs: (as: ReadAs | undefined) => void; label?: string }) {
  const id = useId()
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={as ?? 'trim'}
        onChange={(event) => {
          const read = ReadAs.safeParse(event.target.value)
          onAs(read.success && read.data !== 'trim' ? read.data : undefined)
        }}
      >
        {Object.entries(readAsWords).map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </span>
  )
}
