// Who gets the case: a typed filter over the team. Arrows move, Enter chooses; a name that is chosen stays in the box.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Member } from '../../lib/schema/member.ts'
import { Field } from '../ui/Field.tsx'
import styles from './handover.module.css'

interface Props {
  members: Member[]
  chosen: Member | null
  fault: string | null
  onChoose: (member: Member | null) => void
  /** A name was chosen by key: the next field is next. */
  onDone: () => void
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

export function ColleagueChoice({ members, chosen, fault, onChoose, onDone }: Props) {
  const [query, setQuery] = useState('')
  /** Nobody, until a name was begun or an arrow moved: a case does not go to whoever stands first. */
  const [at, setAt] = useState(-1)
  const root = useRef<HTMLDivElement>(null)
  const id = useId()
  const hits = chosen ? [] : members.filter(({ name }) => plain(name).includes(plain(query.trim())))
  const active = Math.min(at, hits.length - 1)

  useEffect(() => root.current?.querySelector('input')?.focus(), [])
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])

  function choose(member: Member | undefined) {
    if (!member) return
    onChoose(member)
    setQuery(member.name)
    onDone()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') setAt(active + 1)
    else if (event.key === 'ArrowUp') setAt(Math.max(0, active - 1))
    else if (event.key === 'Enter') choose(hits[active])
    else return
    event.preventDefault()
  }

  return (
    <div ref={root}>
      <Field
        label="Colleague"
        fault={fault}
        value={query}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={hits.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder="Type a name"
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(event.target.value.trim() === '' ? -1 : 0)
          onChoose(null)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label="Colleagues" className={styles.people} hidden={hits.length === 0}>
        {hits.map((member, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box, which names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box handles the keys
          <div
            key={member.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            data-active={index === active}
            className={styles.person}
            onPointerMove={() => setAt(index)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(member)}
          >
            {member.name} <span className={styles.role}>{member.role === 'agent' ? '' : member.role}</span>
          </div>
        ))}
      </div>
      <p role="status" className={styles.muted}>
        {!chosen && hits.length === 0 && (members.length === 0 ? 'Nobody else is in your team yet.' : 'Nobody in your team has this name.')}
      </p>
    </div>
  )
}
