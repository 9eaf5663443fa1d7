// What is added to an escalation that was sent: words, another severity, or both.
import { readEdits, writeEdits } from '../../lib/domain/escalate-edits.ts'
import type { Severity } from '../../lib/schema/playbook.ts'
import { SayBox } from './SayBox.tsx'
import { SeverityChoice } from './SeverityChoice.tsx'
import type { TextKeeper } from './text-keeper.ts'
import { useKeptText } from './use-kept-text.ts'

interface Props {
  id: string
  /** As it stands now. */
  severity: Severity
  keeper: TextKeeper
  onAmend: (note: string, severity: Severity | null) => Promise<boolean>
  onClose: () => void
}

export function AmendBox({ id, severity, keeper, onAmend, onClose }: Props) {
  const { text: kept, change: keep, clear } = useKeptText(keeper, `amend:${id}`)
  const edits = readEdits(kept)
  const note = edits.note ?? ''
  const chosen = edits.severity ?? severity
  const changed = chosen === severity ? null : chosen

  async function say(text: string) {
    if ((await onAmend(text, changed)) && clear(kept)) onClose()
  }
  return (
    <SayBox
      label="What to add"
      action="Add to it"
      text={note}
      mayBeEmpty={changed !== null}
      takesFocus
      onText={(typed) => keep(writeEdits({ ...edits, note: typed }))}
      onSay={say}
      onCancel={onClose}
    >
      <SeverityChoice chosen={chosen} onChoose={(picked) => keep(writeEdits({ note, ...(picked === severity ? {} : { severity: picked }) }))} />
    </SayBox>
  )
}
