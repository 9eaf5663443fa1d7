// The team's playbooks by title, with a search over what they say and, while there are flags, a way to those that have some.
import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { type RefObject, useState } from 'react'
import type { PlaybookVersion } from '../../lib/schema/playbook.ts'
import { PlaybookRow } from './PlaybookRow.tsx'
import styles from './playbook-list.module.css'

interface Props {
  playbooks: PlaybookVersion[]
  now: number
  open: string | null
  /** Open flags by playbook id. */
  flags: ReadonlyMap<string, number>
  searchRef: RefObject<HTMLInputElement | null>
  hrefOf(id: string): string
  newHref: string
}

function fits(playbook: PlaybookVersion, words: string[]): boolean {
  const text = `${playbook.document.title}\n${playbook.id}\n${playbook.markdown}`.toLowerCase()
  return words.every((word) => text.includes(word))
}

export function PlaybookList({ playbooks, now, open, flags, searchRef, hrefOf, newHref }: Props) {
  const [query, setQuery] = useState('')
  const [isFlagged, setFlagged] = useState(false)
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const shown = playbooks
    .filter((playbook) => fits(playbook, words))
    // The one that is read stays when its last flag is answered.
    .filter(({ id }) => !isFlagged || flags.has(id) || id === open)
    .sort((a, b) => a.document.title.localeCompare(b.document.title))
  return (
    <>
      <div className={styles.head}>
        <TextInput
          ref={searchRef}
          size="xs"
          type="search"
          aria-label="Search playbooks"
          placeholder={`Search ${playbooks.length} playbooks`}
          leftSection={<IconSearch size={14} aria-hidden />}
          rightSection={<kbd>/</kbd>}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <Button component="a" href={newHref} size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />}>
          New playbook
        </Button>
        {(flags.size > 0 || isFlagged) && (
          <SegmentedControl
            size="xs"
            fullWidth
            className={styles.which}
            aria-label="Which playbooks"
            data={[
              { value: 'all', label: `All ${playbooks.length}` },
              { value: 'flagged', label: `With flags ${flags.size}` },
            ]}
            value={isFlagged ? 'flagged' : 'all'}
            onChange={(value) => setFlagged(value === 'flagged')}
          />
        )}
      </div>
      {shown.length === 0 && playbooks.length > 0 && (
        <p className={styles.nothing}>{isFlagged ? 'No playbook with open flags says that.' : 'No playbook says that. It may be worth writing one.'}</p>
      )}
      {playbooks.length === 0 && (
        <p className={styles.nothing}>
          No playbooks yet. Write the first one here, or push a folder of Markdown files with <code>npm run handrail -- push playbooks</code>.
        </p>
      )}
      <ul className={styles.list} aria-label="Playbooks">
        {shown.map((playbook) => (
          <PlaybookRow
            key={playbook.id}
            playbook={playbook}
            now={now}
            isOpen={playbook.id === open}
            flags={flags.get(playbook.id) ?? 0}
            href={hrefOf(playbook.id)}
          />
        ))}
      </ul>
    </>
  )
}
