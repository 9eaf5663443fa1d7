// Which playbook is being worked through, how far it is, and whether all of it is saved.
import type { Severity } from '../../lib/schema/playbook.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { SeverityMark } from '../ui/SeverityMark.tsx'
import styles from './run.module.css'
import type { StepSave } from './step-props.ts'

interface Props {
  title: string
  severity: Severity | null
  version: number
  progress: string
  /** The colleague who began it. */
  from?: string | null
  saves: StepSave[]
  /** Takes the last change back; null where there is none. */
  undo: (() => void) | null
  onBack: () => void
}

function savedWords(saves: StepSave[]): string | null {
  const failed = saves.filter(({ state }) => state === 'failed').length
  if (failed > 0) return failed === 1 ? '1 change is not saved' : `${failed} changes are not saved`
  if (saves.some(({ state }) => state === 'saving')) return 'Saving'
  return saves.length > 0 ? 'Saved' : null
}

export function RunHeader({ title, severity, version, progress, from = null, saves, undo, onBack }: Props) {
  const saved = savedWords(saves)
  return (
    <header className={styles.header}>
      <IconButton label="Back to the playbooks" icon="back" action="back" onClick={onBack} />
      <div className={styles.heading}>
        <h2>
          <bdi>{title}</bdi> {severity && <SeverityMark severity={severity} />}
        </h2>
        <p className={styles.progress}>
          <span>
            Version {version}. {progress}
            {from && `. From ${from}`}
          </span>
          <span className={styles.saved}>
            {undo && (
              <Button look="link" title="Undo the last change" action="undo" onClick={undo}>
                Undo
                <span className="visually-hidden"> the last change</span>
              </Button>
            )}
            <span role="status" data-failed={saves.some(({ state }) => state === 'failed')}>
              {saved}
            </span>
          </span>
        </p>
      </div>
    </header>
  )
}
