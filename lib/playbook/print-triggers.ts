// Triggers as YAML, in one canonical order of keys: what is asked, then the test.
import type { Cue, Trigger } from '../schema/playbook.ts'
import { flow } from './yaml-text.ts'

export function triggerYaml(trigger: Trigger): Record<string, unknown> {
  return trigger.kind === 'not' ? { not: cueYaml(trigger.of) } : cueYaml(trigger)
}

function cueYaml(cue: Cue): Record<string, unknown> {
  switch (cue.kind) {
    case 'url':
      return { url: cue.pattern }
    case 'field':
      return { field: cue.field, is: flow(cue.is) }
    case 'field-contains':
      return { field: cue.field, contains: flow(cue.contains) }
    case 'field-matches':
      return { field: cue.field, matches: cue.matches }
    case 'field-range':
      return { field: cue.field, ...(cue.from === null ? {} : { from: cue.from }), ...(cue.to === null ? {} : { to: cue.to }) }
    case 'keywords':
      return { keywords: flow(cue.terms), ...(cue.in === undefined ? {} : { in: cue.in }) }
  }
}
