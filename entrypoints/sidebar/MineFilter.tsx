// Narrows the list of own escalations by words.
import { useId } from 'react'
import field from '../../components/ui/field.module.css'
import styles from './mine.module.css'

interface Props {
  query: string
  /** How many are left. */
  count: number
  onQuery: (query: string) => void
}

export function MineFilter({ query, count, onQuery }: Props) {
  const id = useId()
  return (
    <div className={styles.filter}>
      <label className="visually-hidden" htmlFor={id}>
        Filter my escalations
      </label>
      <input
        id={id}
        type="search"
        className={field.input}
        placeholder="Filter: case, words, #number"
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || query === '') return
          event.stopPropagation()
          event.preventDefault()
          onQuery('')
        }}
      />
      <p className="visually-hidden" role="status">
        {count === 1 ? 'One escalation' : `${count} escalations`}
      </p>
      {count === 0 && <p className={styles.none}>None of your escalations says that.</p>}
    </div>
  )
}
