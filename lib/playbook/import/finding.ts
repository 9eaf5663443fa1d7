// What an import says of what it did: each thing that was left out or changed on the way, with file, line and reason. Never thrown.
import type { PlaybookDocument } from '../../schema/playbook.ts'
import type { SnippetDraft } from '../../schema/snippet.ts'

export interface Finding {
  /** As the caller named the source. */
  file: string
  /** 1-based. */
  line: number
  /** Groups findings: `image`, `html`, `link` ... */
  reason: string
  /** A sentence for a person. */
  message: string
  /** The words of the source that are meant. */
  text: string
}

export interface Log {
  /** Left out: these words are in no file that was made. */
  drop(line: number, reason: string, message: string, text: string): void
  /** Kept, though not as it stood. */
  note(line: number, reason: string, message: string, text: string): void
}

export interface SourceFile {
  /** Path below what the person named. */
  file: string
  text: string
}

export interface ImportedPlaybook {
  id: string
  file: string
  kind: 'checklist' | 'reference'
  /** True where the document could be read as a checklist just as well. */
  isUnsure: boolean
  document: PlaybookDocument
}

export interface ImportedSnippet {
  id: string
  file: string
  line: number
  draft: SnippetDraft
}

export interface Imported {
  documents: number
  playbooks: ImportedPlaybook[]
  snippets: ImportedSnippet[]
  dropped: Finding[]
  notes: Finding[]
}

export function startImport(): Imported {
  return { documents: 0, playbooks: [], snippets: [], dropped: [], notes: [] }
}

export function logFor(file: string, { dropped, notes }: Pick<Imported, 'dropped' | 'notes'>): Log {
  return {
    drop: (line, reason, message, text) => void dropped.push({ file, line, reason, message, text }),
    note: (line, reason, message, text) => void notes.push({ file, line, reason, message, text }),
  }
}
