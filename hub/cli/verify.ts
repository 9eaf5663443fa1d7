// `handrail verify`: whether an evidence file is as it was made, and if not, what was changed. Reads the file and nothing else.
import { readFile, stat } from 'node:fs/promises'
import { momentIn } from '../../lib/domain/evidence-file/moments.ts'
import type { EvidenceReport } from '../../lib/domain/evidence-file/report.ts'
import { writtenOut } from '../../lib/domain/evidence-file/unseen.ts'
import { verifyEvidence } from '../../lib/domain/evidence-file/verify.ts'
import { isSigned, sha256Of } from '../signing.ts'
import type { Io } from './io.ts'

export interface Verify {
  key?: string
  root?: string
  json?: boolean
}

/** Five times what the fullest escalation makes. */
const mostBytes = 64 * 1024 * 1024
const exitCodes = { intact: 0, changed: 1, 'not-evidence': 2 } as const

export async function verify(file: string, { key, root, json = false }: Verify, { out, err }: Io): Promise<number> {
  const bytes = await read(file)
  if (bytes === null) {
    err(`${file} cannot be read as an evidence file: it is not there, is no file, or is larger than 64 MB.\n`)
    return 2
  }
  const given = { ...(key === undefined ? {} : { key: key.trim() }), ...(root === undefined ? {} : { root: root.trim().toLowerCase() }) }
  const report = reportOf(bytes, given)
  out(json ? `${JSON.stringify(report, null, 2)}\n` : writtenOut(wordsOf(report, given)))
  return exitCodes[report.verdict]
}

async function read(file: string): Promise<Buffer | null> {
  try {
    const found = await stat(file)
    return found.isFile() && found.size <= mostBytes ? await readFile(file) : null
  } catch {
    return null
  }
}

/** Bytes that are no text read as a sign that may have stood there before: they never count as intact. */
function reportOf(bytes: Buffer, given: { key?: string; root?: string }): EvidenceReport {
  const report = verifyEvidence(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), { sha256: sha256Of, isSigned, ...given })
  if (report.verdict !== 'intact' || isText(bytes)) return report
  const sentence = 'Bytes of the file were changed into such as no text has.'
  return { ...report, verdict: 'changed', findings: [{ part: 'data', name: 'The data', kind: 'changed', sentence }] }
}

function isText(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function wordsOf(report: EvidenceReport, given: { key?: string; root?: string }): string {
  const { of, verdict, findings } = report
  if (verdict === 'not-evidence') return 'This is no evidence file of Handrail, or one of a newer version.\n'
  const about = of ? [`Escalation #${of.number}, “${of.title}”; made ${momentIn(of.madeAt)} by ${of.madeBy}, ${of.team}.`, ''] : []
  const said = findings.map(({ sentence }) => `- ${sentence}`)
  const signed = report.isListSigned ? ['The list of hashes is as the key in the file signed it; what is named here does not fit it.'] : []
  const end = verdict === 'intact' ? proofWords(report, given) : ['CHANGED. This file is not as it was made:', ...said, ...signed]
  return `${[...about, ...partLines(report), '', ...end].join('\n')}\n`
}

function proofWords({ key, root }: EvidenceReport, given: { key?: string; root?: string }): string[] {
  if (given.key !== undefined) return ['INTACT, and signed with the key that you gave: the team’s hub made it as it is.']
  if (given.root !== undefined) return ['INTACT, and with the root hash that you gave: it is that very file.']
  return [
    'INTACT by itself: everything in it fits, and the signature is of the key that stands in it.',
    'Who makes a whole file anew can put a key of their own into it. That it is your team’s is proved by --key, with the key',
    'that npm run handrail -- key prints, or by --root, with the root hash noted when the file was made.',
    `Key in the file: ${key}`,
    `Root hash:       ${root}`,
  ]
}

const groups: Record<string, [one: string, many: string]> = {
  field: ['case field', 'case fields'],
  step: ['step', 'steps'],
  thread: ['entry of the thread', 'entries of the thread'],
  picture: ['picture', 'pictures'],
  ending: ['end of a run', 'ends of runs'],
}

/** What is intact and comes in numbers is counted; what was changed has a line of its own. */
function partLines({ parts, page }: EvidenceReport): string[] {
  const counted = new Map<string, number>()
  for (const { part, isIntact } of parts) if (isIntact) counted.set(part, (counted.get(part) ?? 0) + 1)
  const lines = parts.flatMap(({ part, name, isIntact }) => {
    if (!isIntact) return [`changed  ${name}`]
    const [group, count] = [groups[part], counted.get(part)]
    if (!group) return [`intact   ${name}`]
    counted.delete(part)
    return count === undefined ? [] : [`intact   ${count} ${group[count === 1 ? 0 : 1]}`]
  })
  if (parts.length === 0) return lines
  const said = {
    intact: 'intact   The page, which shows just that',
    changed: 'changed  The page',
    unknown: 'unknown  The page: what it has to show was changed',
  }
  return page === null ? lines : [...lines, said[page]]
}
