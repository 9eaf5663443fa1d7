// What becomes of cases that are open on an earlier version, in words for the lead who decides it.
import { Radio } from '@mantine/core'
import type { Rollout } from '../../lib/schema/rollout.ts'
import styles from './editor.module.css'

interface Props {
  chosen: Rollout
  onChoose(rollout: Rollout): void
}

const choices: { value: Rollout; label: string; description: string }[] = [
  { value: 'next-case', label: 'Stay as they are', description: 'They end on their version. Agents may move them.' },
  { value: 'apply-now', label: 'Move to this version', description: 'Answers that still hold are kept; changed steps are asked again.' },
  { value: 'critical-stop', label: 'Stop', description: 'No step can be answered until the agent has read what changed and moved on.' },
]

export function RolloutChoice({ chosen, onChoose }: Props) {
  return (
    <Radio.Group size="sm" label="Cases that are open now" value={chosen} onChange={(value) => onChoose(value as Rollout)}>
      <div className={styles.rollout}>
        {choices.map((choice) => (
          <Radio key={choice.value} size="sm" className={styles.option} {...choice} />
        ))}
      </div>
    </Radio.Group>
  )
}
