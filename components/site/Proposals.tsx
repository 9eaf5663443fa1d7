// What was pointed at, and the ways to read it, best first: the lead says which part of the text is meant and takes one or several.
import { useEffect, useRef, useState } from 'react'
import { rankSources, type Tried } from '../../lib/domain/rank-sources.ts'
import type { FieldSource, ReadAs } from '../../lib/schema/site.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { ReadAsChoice } from './ReadAsChoice.tsx'
import styles from './reading.module.css'
import { isUsable } from './site-problems.ts'
import { sourceWords } from './source-words.ts'
import { Verdict } from './Verdict.tsx'

const most = 6

interface Props {
  label: string
  value: string
  as: ReadAs | undefined
  /** Only values have parts and kinds; areas are found or not. */
  isValue: boolean
  isId: boolean
  tried: Tried[]
  onValue: (value: string) => void
  onAs: (as: ReadAs | undefined) => void
  onStep: (key: 'ArrowUp' | 'ArrowDown') => void
  onTake: (chosen: FieldSource[]) => void
  onAgain: () => void
  onCancel: () => void
}

const keyOf = ({ source }: Tried) => JSON.stringify(source)
const selectorIn = (source: FieldSource) => (source.from === 'selector' ? source.selector : source.from === 'label' ? source.within : undefined)

export function Proposals({ label, value, as, isValue, isId, tried, onValue, onAs, onStep, onTake, onAgain, onCancel }: Props) {
  const [ticks, setTicks] = useState<Record<string, boolean>>({})
  const usable = tried.filter(({ source, here }) => here !== null && isUsable(selectorIn(source) ?? 'a'))
  const ranked = rankSources(usable, isId).slice(0, most)
  const isTicked = (one: Tried, index: number) => ticks[keyOf(one)] ?? index === 0
  const chosen = ranked.filter(isTicked)
  const root = useRef<HTMLElement>(null)
  // What was clicked in the page is answered here.
  useEffect(() => root.current?.focus(), [])
  return (
    <section ref={root} tabIndex={-1} className={styles.proposals} aria-label={`Ways to read ${label}`}>
      {isValue && <Field label="You pointed at" hint="Leave only what is the value." value={value} onChange={(event) => onValue(event.target.value)} />}
      <div className={styles.row}>
        {isValue && !isId && <ReadAsChoice as={as} onAs={onAs} />}
        <Button onClick={() => onStep('ArrowUp')}>Wider</Button>
        <Button onClick={() => onStep('ArrowDown')}>Narrower</Button>
      </div>
      {ranked.length === 0 && (
        <p role="status">
          Nothing here can be read: it may stand in a frame or in a closed part of the page, or be secret. Point at the text itself, or at something wider.
        </p>
      )}
      <ol className={styles.ways}>
        {ranked.map((one, index) => (
          <li key={keyOf(one)}>
            <label className={styles.way}>
              <input type="checkbox" checked={isTicked(one, index)} onChange={(event) => setTicks({ ...ticks, [keyOf(one)]: event.target.checked })} />
              <span className={styles.source}>{sourceWords(one.source)}</span>
            </label>
            <div className={styles.facts}>
              <p>
                Reads here: <strong dir="auto">{one.here?.slice(0, 160) || 'an empty box'}</strong>
              </p>
              {one.source.pattern && <p className={styles.mono}>{one.source.pattern}</p>}
              <Verdict tried={one} isId={isId} />
            </div>
          </li>
        ))}
      </ol>
      <div className={styles.row}>
        <Button look="primary" disabled={chosen.length === 0} onClick={() => onTake(chosen.map(({ source }) => source))}>
          {chosen.length > 1 ? `Use these ${chosen.length}` : 'Use this'}
        </Button>
        <Button onClick={onAgain}>Point again</Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </section>
  )
}
