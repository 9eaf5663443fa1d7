// Which component shows which kind of step.
import { allSteps, type VisibleStep } from '../../lib/domain/run.ts'
import type { CaseField } from '../../lib/schema/case.ts'
import type { PlaybookDocument, Severity } from '../../lib/schema/playbook.ts'
import type { Snippet } from '../../lib/schema/snippet.ts'
import type { Reply } from '../snippet/snippet-desk.ts'
import { CheckStep } from './CheckStep.tsx'
import { ChoiceStep } from './ChoiceStep.tsx'
import { DecideStep } from './DecideStep.tsx'
import { EscalateStep } from './EscalateStep.tsx'
import { InputStep } from './InputStep.tsx'
import { JumpStep } from './JumpStep.tsx'
import { SnippetStep } from './SnippetStep.tsx'
import type { StepActs } from './step-props.ts'

export interface EscalateTarget {
  queue: string
  severity: Severity
}

interface Props {
  shown: VisibleStep
  document: PlaybookDocument
  fields: CaseField[]
  values: Record<string, string>
  snippets: Snippet[] | undefined
  isCurrent: boolean
  isClosed: boolean
  onAnswer: StepActs['answer']
  maySend: StepActs['maySend']
  onInsert: (reply: Reply) => Promise<boolean>
  onEscalate: (target: EscalateTarget, now: boolean) => Promise<boolean>
  onPlaybook: (playbookId: string) => void
}

export function StepBody({
  shown: { step, record },
  document,
  fields,
  values,
  snippets,
  isCurrent,
  isClosed,
  onAnswer,
  maySend,
  onInsert,
  onEscalate,
  onPlaybook,
}: Props) {
  const props = { record, isCurrent, isClosed, onAnswer, onPlaybook }
  const doneWhen = (happened: Promise<boolean>) => happened.then((did) => did && onAnswer({ state: 'done' }))
  switch (step.kind) {
    case 'check':
      return <CheckStep {...props} step={step} />
    case 'input':
      return <InputStep {...props} step={step} known={fields.find(({ name }) => name === step.save)?.value || null} />
    case 'choice':
      return <ChoiceStep {...props} step={step} />
    case 'snippet': {
      const snippet = snippets && (snippets.find(({ id }) => id === step.snippet) ?? null)
      return <SnippetStep {...props} step={step} snippet={snippet} values={values} onInsert={(reply) => doneWhen(onInsert(reply))} />
    }
    case 'escalate': {
      const target = { queue: step.queue ?? document.queue ?? 'leads', severity: step.severity ?? document.severity ?? 'S3' }
      const escalate = (isNow: boolean) => maySend() && doneWhen(onEscalate(target, isNow))
      return <EscalateStep {...props} step={step} {...target} onSend={() => escalate(true)} onNote={() => escalate(false)} />
    }
    case 'jump':
      return <JumpStep {...props} step={step} target={allSteps(document).find(({ id }) => id === step.to)?.label ?? null} />
    case 'decide':
      return <DecideStep {...props} step={step} />
  }
}
