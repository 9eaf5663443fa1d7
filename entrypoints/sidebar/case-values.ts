// What is known on this case by name: its fields, and what was typed into the run that is open, or that was worked on last.
import { valuesOf } from '../../lib/domain/run.ts'
import type { SidebarState } from './state.ts'

export function valuesHere({ view, openRunId }: Pick<SidebarState, 'view' | 'openRunId'>): Record<string, string> {
  if (!view) return {}
  const { fields } = view.context
  const latest = view.runs.toSorted((a, b) => Number(a.run.id === openRunId) - Number(b.run.id === openRunId) || a.run.updatedAt - b.run.updatedAt).at(-1)
  return latest ? valuesOf(fields, latest.playbook.document, latest.run) : Object.fromEntries(fields.map(({ name, value }) => [name, value]))
}
