// What the lead wants to see: open, mine, ruled or all; one severity; words.
import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { Severity } from '../../lib/schema/playbook.ts'
import styles from './filters.module.css'
import type { InboxFilter, InboxView } from './inbox-filter.ts'

interface Props {
  filter: InboxFilter
  counts: Record<'open' | 'mine', number>
  searchRef: RefObject<HTMLInputElement | null>
  onChange(filter: InboxFilter): void
}

const severities = [{ value: '', label: 'All severities' }, ...Severity.options.map((severity) => ({ value: severity, label: severity }))]

export function InboxFilters({ filter, counts, searchRef, onChange }: Props) {
  const views: { value: InboxView; label: string }[] = [
    { value: 'open', label: `Open ${counts.open}` },
    { value: 'mine', label: `Mine ${counts.mine}` },
    { value: 'ruled', label: 'Ruled' },
    { value: 'all', label: 'All' },
  ]
  return (
    <div className={styles.filters}>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label="Which escalations"
        data={views}
        value={filter.view}
        onChange={(view) => onChange({ ...filter, view: view as InboxView })}
      />
      <div className={styles.line}>
        <TextInput
          ref={searchRef}
          size="xs"
          type="search"
          className={styles.search}
          aria-label="Search the inbox"
          placeholder="Search"
          leftSection={<IconSearch size={14} aria-hidden />}
          rightSection={<kbd>/</kbd>}
          value={filter.query}
          onChange={(event) => onChange({ ...filter, query: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
        />
        <NativeSelect
          size="xs"
          aria-label="Severity"
          data={severities}
          value={filter.severity ?? ''}
          onChange={(event) => onChange({ ...filter, severity: Severity.options.find((severity) => severity === event.currentTarget.value) ?? null })}
        />
      </div>
    </div>
  )
}
