// The list below the search box: what was found, or what is at hand. The active one shows more of itself, to read without opening.
import { useEffect } from 'react'
import type { SearchHit } from '../../lib/domain/search.ts'
import type { ItemKey } from '../../lib/schema/habits.ts'
import { Keycap } from '../ui/Keycap.tsx'
import { Marked } from '../ui/Marked.tsx'
import { useKeyOf } from '../ui/use-action.ts'
import styles from './search.module.css'
import { keyOf } from './search-finder.ts'

interface Props {
  /** Options are `<id>-0`, `<id>-1` and so on; the list itself is `<id>-list`. */
  id: string
  hits: SearchHit[]
  active: number
  pinned: ItemKey[]
  onPoint: (index: number) => void
  onOpen: (hit: SearchHit) => void
}

export function SearchHits({ id, hits, active, pinned, onPoint, onOpen }: Props) {
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])

  const [insertKey, pinKey] = [useKeyOf('search-insert'), useKeyOf('search-pin')]
  return (
    <div className={styles.hits} hidden={hits.length === 0}>
      <div id={`${id}-list`} role="listbox" aria-label="Search results" className={styles.list}>
        {hits.map((hit, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box, which names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box handles the keys
          <div
            key={keyOf(hit)}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={styles.hit}
            onPointerMove={() => onPoint(index)}
            // The box keeps the focus, and with it its list.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onOpen(hit)}
          >
            <span className={styles.hitTitle}>
              <Marked text={hit.title} words={hit.words} />
            </span>
            <span className={styles.kind}>
              {hit.also.length > 0 && <span>also: {hit.also.join(', ')} · </span>}
              {pinned.includes(keyOf(hit)) && 'Pinned '}
              {hit.kind === 'playbook' ? 'Playbook' : hit.isOwn ? 'Mine' : 'Snippet'}
            </span>
            <span dir="auto" className={styles.excerpt}>
              <Marked text={hit.excerpt} words={hit.words} />
            </span>
          </div>
        ))}
      </div>
      <p className={styles.keys} aria-hidden="true">
        <Keycap keys="Enter" /> opens{' '}
        {insertKey && hits[active]?.kind === 'snippet' && (
          <>
            <Keycap keys={insertKey.words} /> inserts{' '}
          </>
        )}
        {pinKey && (
          <>
            <Keycap keys={pinKey.words} /> pins
          </>
        )}
      </p>
    </div>
  )
}
