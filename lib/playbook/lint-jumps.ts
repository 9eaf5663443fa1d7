// Jumps that lead nowhere, back, aside, or to the step that comes next anyway.
import { stepsAhead } from '../domain/jump.ts'
import type { Section, Step } from '../schema/playbook.ts'
import { nearest } from './nearest.ts'
import type { Place, Report } from './problem.ts'

const endless = 'A run goes forward only, so that it always comes to an end: name a step further on.'

/** `steps`: all of them, in reading order. */
export function lintJumps(sections: readonly Section[], steps: readonly Step[], at: (thing: object) => Place, report: Report): void {
  for (const [jump, ahead] of stepsAhead(sections)) {
    const target = steps.find(({ id }) => id === jump.to)
    const fail = (message: string, fix: string) => report.error(at(jump), 'jump-target', message, fix)
    const ids = ahead.map(({ id }) => id)
    if (!target) {
      const guess = nearest(jump.to, ids)
      fail(`There is no step "${jump.to}" to go on at.`, guess ? `Did you mean "${guess}"?` : 'Give the step an {#id}, and name that.')
    } else if (steps.indexOf(target) <= steps.indexOf(jump)) {
      fail(`The step "${jump.to}" does not come after this jump.`, endless)
    } else if (!ids.includes(jump.to)) {
      fail(`The step "${jump.to}" stands below an answer that need not have been given.`, 'Name a step outside of that question, or the question itself.')
    } else if (ids[0] === jump.to) {
      report.warn(at(jump), 'idle-jump', `The step "${jump.to}" comes next anyway.`, 'Remove the jump, or name a step further on.')
    }
  }
}
