// The files that an import reads: one file, or a folder with what is below it. What is no text, or of another kind, is named, never skipped in silence.
import { lstat, readdir, readFile } from 'node:fs/promises'
import { basename, extname, join, relative, sep } from 'node:path'
import type { Finding, SourceFile } from '../../lib/playbook/import/finding.ts'
import { errorCode, invalid } from '../fault.ts'

export const kinds = ['markdown', 'espanso', 'zendesk', 'csv'] as const
export type ImportKind = (typeof kinds)[number]

const endings: Record<ImportKind, string[]> = {
  markdown: ['.md', '.markdown', '.mdx'],
  espanso: ['.yml', '.yaml'],
  zendesk: ['.json'],
  csv: ['.csv', '.tsv'],
}
const largest = 20_000_000

/** Paths are relative to the folder, with `/` on every system; a single file is known by its name. */
export async function readSources(kind: ImportKind, path: string): Promise<{ files: SourceFile[]; unread: Finding[] }> {
  const stat = await lstat(path).catch((error: unknown) => {
    throw invalid(errorCode(error) === 'ENOENT' ? `There is no file or folder ${path}. Check the path.` : `${path} cannot be read. Check its permissions.`)
  })
  const found = stat.isDirectory()
    ? (await walk(path)).map((file) => ({ file: relative(path, file).split(sep).join('/'), at: file }))
    : [{ file: basename(path), at: path }]
  const files: SourceFile[] = []
  const unread: Finding[] = []
  const refuse = (file: string, reason: string, message: string) => void unread.push({ file, line: 1, reason, message, text: '' })
  for (const { file, at } of found) {
    const isManifest = kind === 'espanso' && /^_manifest\.ya?ml$/.test(basename(file))
    if (stat.isDirectory() && (isManifest || !endings[kind].includes(extname(file).toLowerCase()))) {
      refuse(file, 'other-file', `An import of ${kind} reads ${endings[kind].join(', ')} only.`)
      continue
    }
    const text = await readText(at)
    if (typeof text === 'string') files.push({ file, text })
    else refuse(file, text.reason, text.message)
  }
  if (files.length === 0) {
    const [first] = unread.filter(({ reason }) => reason !== 'other-file')
    throw invalid(
      first
        ? `${join(path, stat.isDirectory() ? first.file : '')}: ${first.message}`
        : `There is nothing to import in ${path}: an import of ${kind} reads ${endings[kind].join(', ')}.`,
    )
  }
  return { files, unread }
}

/** Sorted, so that the same folder gives the same ids everywhere. Links are not followed: they may lead anywhere. */
async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw invalid(`The folder ${folder} cannot be read. Check its permissions.`)
  })
  const sorted = entries.filter(({ name }) => !name.startsWith('.') && name !== 'node_modules').sort((a, b) => (a.name < b.name ? -1 : 1))
  const below = await Promise.all(sorted.map((entry) => (entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)])))
  return below.flat()
}

async function readText(path: string): Promise<string | { reason: string; message: string }> {
  try {
    const stat = await lstat(path)
    if (stat.isSymbolicLink()) return { reason: 'other-file', message: 'A link to another place is not followed. Import that place itself.' }
    if (stat.size > largest) return { reason: 'unreadable', message: `The file is larger than ${largest / 1_000_000} MB. Split it.` }
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path))
  } catch (error) {
    if (error instanceof TypeError) return { reason: 'unreadable', message: 'The file is not UTF-8 text. Save it as UTF-8 and import it again.' }
    return { reason: 'unreadable', message: 'The file cannot be read. Check its permissions.' }
  }
}
