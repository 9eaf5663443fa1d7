// `handrail import`: documents and replies of other tools to playbooks and snippets. Without --out it is a preview and writes nothing.
import { importCsv } from '../../lib/playbook/import/csv.ts'
import { importEspanso } from '../../lib/playbook/import/espanso.ts'
import type { Imported, SourceFile } from '../../lib/playbook/import/finding.ts'
import { importMarkdown } from '../../lib/playbook/import/markdown.ts'
import type { Purpose } from '../../lib/playbook/import/step-lists.ts'
import { importZendesk } from '../../lib/playbook/import/zendesk.ts'
import { invalid } from '../fault.ts'
import { madeFiles, type Written, writeMade } from './import-files.ts'
import { jsonReport, textReport } from './import-report.ts'
import { type ImportKind, readSources } from './import-source.ts'
import type { Io } from './io.ts'

export interface Import {
  out?: string
  as: Purpose
  replace?: boolean
  json?: boolean
}

export async function importInto(kind: ImportKind, path: string, { out, as, replace = false, json = false }: Import, io: Io): Promise<void> {
  if (as !== 'auto' && kind !== 'markdown') throw invalid(`--as says what documents are; an import of ${kind} makes snippets only. Leave it out.`)
  const { files: sources, unread } = await readSources(kind, path)
  const imported = read(kind, sources, as)
  imported.dropped.unshift(...unread)
  const files = madeFiles(imported)
  const [fault] = imported.dropped.filter(({ reason }) => reason === 'unreadable')
  if (files.length === 0 && fault) throw invalid(`${fault.file}:${fault.line}: ${fault.message}`)
  const states: ReadonlyMap<string, Written> = out === undefined ? new Map() : await writeMade(out, files, replace)
  const report = { kind, path, out: out ?? null, imported, files, states }
  io.out(json ? jsonReport(report) : textReport(report))
}

function read(kind: ImportKind, sources: SourceFile[], as: Purpose): Imported {
  if (kind === 'markdown') return importMarkdown(sources, as)
  return kind === 'espanso' ? importEspanso(sources) : kind === 'zendesk' ? importZendesk(sources) : importCsv(sources)
}
