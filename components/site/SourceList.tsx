// The ways to read one value, in the order in which they are tried: what each says now, its pattern, its place, and the way to be rid of it.

import { raised } from '../../lib/domain/profile-draft.ts'
import type { FieldSource } from '../../lib/schema/site.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { ReadAsChoice } from './ReadAsChoice.tsx'
import styles from './reading.module.css'
import { sourceWords } from './source-words.ts'

interface Props {
  label: string
  sources: FieldSource[]
  /** What each reads on this page. */
  reads: (string | null)[]
  /** Areas have neither pattern nor kind. */
  isValue: boolean
  onChange: (sources: FieldSource[]) => void
}

function without<T extends FieldSource>({ pattern: _, ...source }: T): FieldSource {
  return source as FieldSource
}

export function SourceList({ label, sources, reads, isValue, onChange }: Props) {
  const put = (index: number, source: FieldSource) => onChange(sources.with(index, source))
  return (
    <ol className={styles.ways} aria-label={`Ways to read ${label}, in order`}>
      {sources.map((source, index) => {
        const words = sourceWords(source)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may be equal while one is being changed
          <li key={index} className={styles.facts}>
            <p className={styles.source}>{words}</p>
            <p>Reads here: {reads[index] == null ? <span className={styles.amber}>nothing</span> : <strong dir="auto">{reads[index].slice(0, 160)}</strong>}</p>
            {isValue && (
              <>
                <Field
                  label="Pattern"
                  className={styles.mono}
                  value={source.pattern ?? ''}
                  maxLength={300}
                  onChange={({ target }) => put(index, target.value ? { ...source, pattern: target.value } : without(source))}
                />
                <ReadAsChoice
                  as={source.as}
                  onAs={(as) => {
                    const { as: _, ...rest } = source
                    put(index, (as ? { ...rest, as } : rest) as FieldSource)
                  }}
                />
              </>
            )}
            <span className={styles.row}>
              {index > 0 && (
                <Button look="quiet" aria-label={`Try ${words} earlier`} onClick={() => onChange(raised(sources, index))}>
                  Earlier
                </Button>
              )}
              <Button look="quiet" aria-label={`Remove ${words}`} onClick={() => onChange(sources.toSpliced(index, 1))}>
                Remove
              </Button>
            </span>
          </li>
        )
      })}
    </ol>
  )
}
