// Where jumps lead. A run goes forward only, so that it always comes to an end: a jump that leads back, aside or nowhere is no jump.
import type { Section, Step } from '../schema/playbook.ts'

type Jump = Extract<Step, { kind: 'jump' }>

/** For each jump the steps that the run comes to after it whatever is answered: those after it in its list, and after the questions around it. */
export function stepsAhead(sections: readonly Pick<Section, 'steps'>[]): Map<Jump, Step[]> {
  const ahead = new Map<Jump, Step[]>()
  const walk = (steps: readonly Step[], after: Step[]) => {
    for (const [index, step] of steps.entries()) {
      if (step.kind !== 'jump' && step.kind !== 'choice') continue
      const rest = [...steps.slice(index + 1), ...after]
      if (step.kind === 'jump') ahead.set(step, rest)
      else for (const option of step.options) walk(option.steps, rest)
    }
  }
  walk(
    sections.flatMap(({ steps }) => steps),
    [],
  )
  return ahead
}

/** Ids of jumps to the ids of their targets, of those that lead further on. */
export function targetsAhead(sections: readonly Pick<Section, 'steps'>[]): ReadonlyMap<string, string> {
  const jumps = [...stepsAhead(sections)].filter(([{ to }, ahead]) => ahead.some(({ id }) => id === to))
  return new Map(jumps.map(([{ id, to }]) => [id, to]))
}
