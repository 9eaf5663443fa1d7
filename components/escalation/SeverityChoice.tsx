// One severity out of four, as letter, shape and colour.
import { useId } from 'react'
import type { Severity } from '../../lib/schema/playbook.ts'
import { SeverityMark } from '../ui/SeverityMark.tsx'
import styles from './escalation.module.css'

interface Props {
  chosen: Severity
  onChoose: (severity: Severity) => void
}

const severities: Severity[] = ['S1', 'S2', 'S3', 'S4']

export function SeverityChoice({ chosen, onChoose }: Props) {
  const id = useId()
  return (
    <fieldset className={styles.severities}>
      <legend>Severity</legend>
      {severities.map((severity) => (
        <label key={severity} className={styles.severity} data-chosen={severity === chosen}>
          <input type="radio" name={id} checked={severity === chosen} onChange={() => onChoose(severity)} />
          <SeverityMark severity={severity} />
        </label>
      ))}
    </fieldset>
  )
}
