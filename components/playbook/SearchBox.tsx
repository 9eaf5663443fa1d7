// The one search box: playbooks and snippets as one types, and what is at hand before. Arrows move, Enter opens, Ctrl+Enter inserts a
// snippet, Alt+P pins, Escape clears; "/" focuses it.
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { SearchHit } from '../../lib/domain/search.ts'
import type { ItemKey } from '../../lib/schema/habits.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Keycap } from '../ui/Keycap.tsx'
import { SearchHits } from './SearchHits.tsx'
import styles from './search.module.css'
import { type Finder, keyOf } from './search-finder.ts'

interface Props {
  /** Null until the index is ready: what is typed is searched as soon as it is. */
  finder: Finder | null
  onOpen: (hit: SearchHit) => void
  /** A snippet goes into the reply at once. */
  onInsert: (hit: SearchHit) => void
  /** A search that found nothing is left. */
  onMissed: (query: string) => void
  onPin: (item: ItemKey) => void
  /** The agent looked for this and the library has nothing. */
  onMissing: (query: string) => void
}

const limit = 12

export function SearchBox({ finder, onOpen, onInsert, onMissed, onPin, onMissing }: Props) {
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  /** The list opens with the focus and with every key, and closes with the first Escape. */
  const [isOpen, setOpen] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const asked = query.trim()
  const found = asked !== '' && finder ? finder.find(asked, limit) : []
  const hits = !isOpen ? [] : asked === '' ? (finder?.atHand ?? []) : found
  const active = Math.max(0, Math.min(at, hits.length - 1))

  /** Told once, when it is left: what is typed on the way to a hit is nobody's business. */
  function leave() {
    if (asked !== '' && finder && found.length === 0) onMissed(asked)
  }

  function reset(text: string) {
    setQuery(text)
    setAt(0)
  }

  function open(hit: SearchHit | undefined) {
    if (!hit) return
    reset('')
    // What opened has keys of its own.
    input.current?.blur()
    onOpen(hit)
  }

  function insert(hit: SearchHit) {
    reset('')
    setOpen(false)
    onInsert(hit)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey && event.code === 'KeyP') {
      if (hits[active]) onPin(keyOf(hits[active]))
    } else if (event.key === 'Escape' && (query !== '' || hits.length > 0)) {
      leave()
      setOpen(false)
      reset('')
      event.stopPropagation()
    } else if (event.key === 'ArrowDown') {
      setOpen(true)
      setAt(isOpen ? active + 1 : 0)
    } else if (event.key === 'ArrowUp') setAt(Math.max(active - 1, 0))
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && hits[active]?.kind === 'snippet') insert(hits[active])
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
          onFocus={() => setOpen(true)}
          onBlur={(event) => {
            setOpen(false)
            // The offer to tell the lead belongs to the search.
            if (!event.currentTarget.closest('search')?.contains(event.relatedTarget)) leave()
          }}
          onChange={(event) => {
            reset(event.target.value)
            setOpen(true)
          }}
          onKeyDown={onKeyDown}
        />
        {query === '' && <Keycap keys="/" />}
      </div>
      <SearchHits id={id} hits={hits} active={active} pinned={finder?.pinned ?? []} onPoint={setAt} onOpen={open} />
      <p className={styles.none} role="status">
        {asked !== '' && finder && found.length === 0 && 'Nothing found. Try a word from the case.'}
        {asked !== '' && !finder && 'Loading the library.'}
      </p>
      {asked !== '' && finder && found.length === 0 && (
        <Button
          className={styles.missing}
          onClick={() => {
            leave()
            reset('')
            onMissing(asked)
          }}
        >
          Tell the lead that this is missing
        </Button>
      )}
    </search>
  )
}
