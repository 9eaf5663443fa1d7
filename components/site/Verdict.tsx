// What speaks for and against one way to read a value, and what it reads in the other open cases.
import type { Tried } from '../../lib/domain/rank-sources.ts'
import { Icon } from '../ui/Icon.tsx'
import styles from './reading.module.css'
import { verdictWords } from './source-words.ts'

export function Verdict({ tried, isId }: { tried: Tried; isId: boolean }) {
  return (
    <>
      <ul className={styles.verdict}>
        {verdictWords(tried, isId).map(({ words, isGood }) => (
          <li key={words} data-good={isGood}>
            <Icon name={isGood ? 'check' : 'attention'} />
            {words}
          </li>
        ))}
      </ul>
      {tried.elsewhere.map(({ name, value }) => (
        <p key={name} className={styles.muted}>
          {name}: <span dir="auto">{value === null ? 'nothing' : value.slice(0, 120)}</span>
        </p>
      ))}
    </>
  )
}
