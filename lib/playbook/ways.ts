// How an agent comes to each step: the answers given above it, and the conditions that hold there.
import type { Condition } from '../schema/condition.ts'
import type { Option, Section, Step, StepOf } from '../schema/playbook.ts'

export interface Way {
  step: Step
  answers: { question: StepOf<'choice'>; option: Option }[]
  /** Those of the questions above, then its own. */
  conditions: Condition[]
}

/** In reading order. */
export function waysTo(sections: readonly Section[]): Way[] {
  const ways: Way[] = []
  const walk = (steps: readonly Step[], answers: Way['answers'], above: Condition[]) => {
    for (const step of steps) {
      const conditions = step.when === null ? above : [...above, step.when]
      ways.push({ step, answers, conditions })
      if (step.kind !== 'choice') continue
      for (const option of step.options) walk(option.steps, [...answers, { question: step, option }], conditions)
    }
  }
  for (const section of sections) walk(section.steps, [], [])
  return ways
}

/** True when the two steps stand below different answers of one question. */
export function areApart(one: Way, other: Way): boolean {
  return one.answers.some(({ question, option }) => other.answers.some((answer) => answer.question === question && answer.option !== option))
}
