// What an import did, for a person and for a program: what was made of which file, what was left out and why, what came out differently.
import type { Finding, Imported, ImportedPlaybook } from '../../lib/playbook/import/finding.ts'
import { quoted } from '../../lib/playbook/problem.ts'
import { allSteps } from '../../lib/playbook/step-ids.ts'
import type { MadeFile, Written } from './import-files.ts'

export interface ImportReport {
  kind: string
  path: string
  /** Null in a preview. */
  out: string | null
  imported: Imported
  files: MadeFile[]
  states: ReadonlyMap<string, Written>
}

export function countsOf({ documents, playbooks, snippets }: Imported) {
  const checklists = playbooks.filter(({ kind }) => kind === 'checklist').flatMap(checklistsOf)
  const steps = checklists.flatMap((section) => allSteps(section.steps))
  return {
    documents,
    checklists: checklists.length,
    steps: steps.length,
    choices: steps.filter(({ kind }) => kind === 'choice').length,
    snippets: snippets.length,
    references: playbooks.filter(({ kind }) => kind === 'reference').length,
  }
}

const checklistsOf = ({ document }: ImportedPlaybook) => document.sections.filter(({ steps }) => steps.length > 0)

export function jsonReport({ kind, path, out, imported, files, states }: ImportReport): string {
  const { playbooks, dropped, notes } = imported
  const byReason = Object.fromEntries([...Map.groupBy(dropped, ({ reason }) => reason)].map(([reason, found]) => [reason, found.length]))
  return `${JSON.stringify(
    {
      kind,
      path,
      out,
      ...countsOf(imported),
      dropped,
      droppedByReason: byReason,
      notes,
      unsure: playbooks.filter(({ isUnsure }) => isUnsure).map(({ file }) => file),
      files: files.map(({ path: at, source }) => ({ path: at, source, state: states.get(at) ?? 'preview' })),
      playbooks: playbooks.map(({ id, file, kind: as, document }) => ({
        id,
        source: file,
        kind: as,
        title: document.title,
        checklists: checklistsOf({ id, file, kind: as, document, isUnsure: false }).map(({ title, steps }) => ({ title, steps: allSteps(steps).length })),
      })),
    },
    null,
    2,
  )}\n`
}

export function textReport({ kind, out, imported, files, states }: ImportReport): string {
  const { playbooks, snippets, dropped, notes } = imported
  const unsure = playbooks.filter(({ isUnsure }) => isUnsure)
  const counts = countsOf(imported)
  const lines = [
    ...playbooks.map((playbook) => `${states.get(`${playbook.id}.md`) ?? 'would write'}  ${playbook.id}.md  ${playbookLine(playbook)}`),
    ...snippets.map(
      ({ id, file, line, draft }) => `${states.get(`snippets/${id}.md`) ?? 'would write'}  snippets/${id}.md  ${quoted(draft.title)} from ${file}:${line}`,
    ),
    ...section('Dropped', dropped),
    ...section('Kept, but not as it stood', notes),
    '',
    ...(unsure.length > 0
      ? [`${many(unsure.length, 'document')} with lists could be steps or text, and are kept as text: --as checklist reads every list as steps.`]
      : []),
    `${many(counts.documents, kind === 'csv' ? 'row' : kind === 'zendesk' ? 'macro' : 'document')}: ${many(counts.checklists, 'checklist')}, ${many(counts.steps, 'step')}, ${many(counts.choices, 'choice')}, ${many(counts.references, 'reference')}, ${many(counts.snippets, 'snippet')}; ${dropped.length > 0 ? `${dropped.length} dropped` : 'nothing dropped'}.`,
    out === null ? `This is a preview: nothing was written. --out DIR writes ${many(files.length, 'file')}.` : wrote(out, states),
    '',
  ]
  return lines.join('\n')
}

function wrote(out: string, states: ReadonlyMap<string, Written>): string {
  const count = (wanted: Written) => [...states.values()].filter((state) => state === wanted).length
  return `In ${out}: ${count('new')} new, ${count('replaced')} replaced, ${count('unchanged')} unchanged. npm run handrail -- lint ${out} says what they still need, such as an owner.`
}

function playbookLine(playbook: ImportedPlaybook): string {
  const { document, file, kind } = playbook
  const sections = checklistsOf(playbook)
  const steps = sections.flatMap(({ steps }) => allSteps(steps))
  const choices = steps.filter((step) => step.kind === 'choice').length
  const what =
    kind === 'reference'
      ? 'reference'
      : [many(sections.length, 'checklist'), many(steps.length, 'step'), ...(choices > 0 ? [many(choices, 'choice')] : [])].join(', ')
  return `${quoted(document.title)} from ${file}: ${what}`
}

function section(title: string, findings: readonly Finding[]): string[] {
  if (findings.length === 0) return []
  return [
    '',
    `${title} (${findings.length}):`,
    ...findings.map(({ file, line, reason, message, text }) => `${file}:${line} ${reason}: ${message}${text.trim() === '' ? '' : ` ${quoted(text)}`}`),
  ]
}

const many = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`
