// A run that is handed to somebody who has the same playbook open on the same case already: one run goes on, the colleague's own. Where it
// has no answer it takes the handed one; every other answer of the sender is kept to be read.
import { limits } from '../schema/ids.ts'
import type { MemberRef } from '../schema/member.ts'
import type { PlaybookDocument } from '../schema/playbook.ts'
import type { FormerAnswer, Run, RunPassage, StepRecord } from '../schema/run.ts'
import { canonicalJson } from './canonical-json.ts'
import { answerOf } from './evidence.ts'
import { allSteps } from './run.ts'

/** `document` is what `handed` was answered on. Answers count only on the version that they were given on. */
export function joinRuns(own: Run, handed: Run, document: PlaybookDocument, passage: RunPassage): Run {
  const isSameVersion = own.playbook.hash === handed.playbook.hash
  const steps = new Map(own.steps.map((record) => [record.stepId, record]))
  const labels = new Map(allSteps(document).map((step) => [step.id, step]))
  const former: FormerAnswer[] = [...(own.former ?? []), ...(handed.former ?? [])]
  const keep = (record: StepRecord, by?: MemberRef) => {
    const step = labels.get(record.stepId)
    former.push({
      version: handed.playbook.version,
      stepId: isSameVersion && step ? record.stepId : null,
      label: step?.label ?? record.stepId,
      answer: (step && answerOf(step, record)) ?? record.value ?? null,
      record,
      ...(by ? { by } : {}),
    })
  }
  for (const record of handed.steps) {
    const mine = steps.get(record.stepId)
    if (mine && isSameAnswer(mine, record)) continue
    const takesIt = isSameVersion && (!mine || (mine.state === 'open' && record.state !== 'open'))
    if (!takesIt) keep(record, passage.member)
    else {
      if (mine) keep(mine)
      steps.set(record.stepId, record)
    }
  }
  const kept = former.slice(-limits.steps)
  // The way back from before would take the colleague's answers away.
  const { undo: _, ...standing } = own
  return { ...standing, updatedAt: passage.at, cameFrom: passage, steps: [...steps.values()], ...(kept.length > 0 ? { former: kept } : {}) }
}

function isSameAnswer({ at: _, ...mine }: StepRecord, { at: __, ...theirs }: StepRecord): boolean {
  return canonicalJson(mine) === canonicalJson(theirs)
}
