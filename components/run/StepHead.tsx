// The wording of an open step beside the mark of its kind.
import type { Step } from '../../lib/schema/playbook.ts'
import { InlineText } from '../rich-text/InlineText.tsx'
import { Icon, type IconName } from '../ui/Icon.tsx'
import styles from './step.module.css'

const icons: Record<Step['kind'], IconName> = {
  check: 'check',
  input: 'input',
  choice: 'choice',
  snippet: 'snippet',
  escalate: 'escalate',
  jump: 'next',
  decide: 'decide',
}

export function StepHead({ step, onPlaybook }: { step: Step; onPlaybook: (playbookId: string) => void }) {
  return (
    <p className={styles.head}>
      <span className={styles.marker}>
        <Icon name={icons[step.kind]} />
      </span>
      <span dir="auto">
        <InlineText inlines={step.text} onPlaybook={onPlaybook} />
        {step.optional && <span className={styles.optional}> optional</span>}
      </span>
    </p>
  )
}
