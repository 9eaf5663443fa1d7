// The one search box: playbooks and snippets as one types. Arrows move, Enter opens, Escape clears; "/" focuses it.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { renderSnippet } from '../../lib/domain/render.ts'
import type { SearchHit } from '../../lib/domain/search.ts'
import { Icon } from '../ui/Icon.tsx'
import { Keycap } from '../ui/Keycap.tsx'
import styles from './search.module.css'

interface Props {
  /** Null until the index is ready: what is typed is searched as soon as it is. */
  search: ((query: string, limit?: number) => SearchHit[]) | null
  onOpen: (hit: SearchHit) => void
  onFocus?: () => void
}

const limit = 12

export function SearchBox({ search, onOpen, onFocus }: Props) {
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const isAsked = query.trim() !== ''
  const hits = isAsked && search ? search(query.trim(), limit) : []
  const active = Math.min(at, hits.length - 1)

  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])

  function open(hit: SearchHit | undefined) {
    if (!hit) return
    setQuery('')
    setAt(0)
    onOpen(hit)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && query !== '') {
      setQuery('')
      event.stopPropagation()
    } else if (event.key === 'ArrowDown') setAt(Math.min(active + 1, hits.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(active - 1, 0))
    else if (event.key === 'Enter') open(hits[active])
    else return
    event.preventDefault()
  }

  return (
    <search className={styles.search}>
      <div className={styles.box}>
        <Icon name="search" />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label="Search playbooks and snippets"
          aria-keyshortcuts="/"
          aria-expanded={hits.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={hits.length > 0 ? `${id}-${active}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder="Search playbooks and snippets"
          data-search
          value={query}
          onFocus={onFocus}
          onChange={(event) => {
            setQuery(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
        {query === '' && <Keycap keys="/" />}
      </div>
      <div id={`${id}-list`} role="listbox" aria-label="Search results" className={styles.hits} hidden={hits.length === 0}>
        {hits.map((hit, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box, which names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box handles the keys
          <div
            key={`${hit.kind}:${hit.id}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={styles.hit}
            onPointerMove={() => setAt(index)}
            onClick={() => open(hit)}
          >
            <span className={styles.hitTitle}>{hit.title}</span>
            <span className={styles.kind}>{hit.kind === 'playbook' ? 'Playbook' : 'Snippet'}</span>
            <span className={styles.excerpt}>{hit.kind === 'snippet' ? renderSnippet(hit.excerpt, {}).text : hit.excerpt}</span>
          </div>
        ))}
      </div>
      <p className={styles.none} role="status">
        {isAsked && search && hits.length === 0 && 'Nothing found. Try a word from the case, or ask your lead with Escalate.'}
        {isAsked && !search && 'Loading the library.'}
      </p>
    </search>
  )
}
