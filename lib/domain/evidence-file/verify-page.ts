// The page against the data: it is written again from the data and has to be the same, to the letter.
import type { EvidenceFile } from '../../schema/evidence-file.ts'
import { withBytes } from './embed.ts'
import { listChanges } from './list-changes.ts'
import { evidencePage } from './page.ts'
import { type Finding, found } from './report.ts'
import type { Sha256Of } from './seal.ts'

const mostNamed = 5
const name = 'The page'

export function pageFindings(page: string, file: EvidenceFile, bytes: Map<number, string>, sha256: Sha256Of): Finding[] {
  const written = evidencePage(withBytes(file, bytes), sha256)
  if (page === written) return []
  if (spaced(page) === spaced(written)) return [say('Only white space or line ends of the page were changed; it says what the data says.')]
  const changes = listChanges(linesOf(written), linesOf(page), String, () => '')
  if (changes.length === 0) return [say('The page was changed in what it is written with, and shows or hides otherwise what the data says.')]
  return changes.slice(0, mostNamed).map(({ kind, entry }) => ({ ...say(sentences[kind](entry)), kind }))
}

const say = (sentence: string): Finding => found('page', name, 'changed', sentence)
const quoted = (line: string) => `“${line.length > 120 ? `${line.slice(0, 119)}…` : line}”`
const sentences = {
  changed: (line: string) => `The page was changed where the data says ${quoted(line)}.`,
  removed: (line: string) => `The page leaves out what the data says: ${quoted(line)}.`,
  moved: (line: string) => `The page shows in another place: ${quoted(line)}.`,
  added: (line: string) => `The page shows what the data does not say: ${quoted(line)}.`,
}

const spaced = (text: string) => text.replace(/\s+/g, ' ')

/** What a reader sees, line by line, of a page whose marks are ours. */
function linesOf(page: string): string[] {
  return page
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '\n')
    .replace(/<\/?(?:b|bdi|code|span|strong)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, '\n')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
