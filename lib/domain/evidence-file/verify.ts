// Checks an evidence file by itself: whether it holds together, and if not, what was changed. Needs no hub.
import { EvidenceFile, evidenceFormat } from '../../schema/evidence-file.ts'
import { isSame } from '../canonical-json.ts'
import { caseTitle } from '../case-title.ts'
import { dataOf, shownPictures } from './embed.ts'
import { list, member, said } from './loose.ts'
import { readUntrusted } from './read-json.ts'
import { type EvidenceReport, type Finding, found } from './report.ts'
import { rootOf, type Sha256Of, signedText } from './seal.ts'
import { pictureFindings, playbookFindings } from './verify-kept.ts'
import { logFindings } from './verify-log.ts'
import { pageFindings } from './verify-page.ts'
import { partFindings } from './verify-parts.ts'

export interface Checks {
  sha256: Sha256Of
  /** Whether this is what the key signed; false for what is no key or no signature. */
  isSigned(text: string, key: string, signature: string): boolean
  /** A key, and a root hash, that came another way than the file. */
  key?: string
  root?: string
}

const unread = { of: null, parts: [], page: null, findings: [], root: null, key: null, isListSigned: false }

/** `text` is a page with its data, or the data alone. */
export function verifyEvidence(text: string, checks: Checks): EvidenceReport {
  const isPage = !/^\s*\{/.test(text)
  if (!/handrail-?evidence/i.test(text)) return { ...unread, verdict: 'not-evidence' }
  const data = isPage ? dataOf(text) : text
  const read = data === null ? { fault: 'its place in the page is gone, or is there twice' } : readUntrusted(data)
  if ('fault' in read) {
    const sentence = `The data of the file was changed so that it cannot be read: ${read.fault}.`
    return { ...unread, verdict: 'changed', findings: [found('data', 'The data', 'changed', sentence)] }
  }
  const format = member(read.value, 'handrailEvidence')
  if (typeof format === 'number' && format > evidenceFormat) return { ...unread, verdict: 'not-evidence' }
  return reportOn(read.value, isPage ? text : null, checks)
}

function reportOn(raw: unknown, page: string | null, checks: Checks): EvidenceReport {
  const { sha256, isSigned } = checks
  const [stated, root, seal] = [list(raw, 'parts'), said(member(raw, 'root')), member(raw, 'signature')]
  const [key, signature] = [said(member(seal, 'key')), said(member(seal, 'value'))]
  const file = EvidenceFile.safeParse(raw)
  const bytes = page === null ? null : shownPictures(page)

  const ofParts = partFindings(raw, sha256)
  const isContentIntact = ofParts.every(({ part }) => part === 'log' || part === 'parts' || part === 'root')
  const ofLog = logFindings(raw, isContentIntact && file.success ? file.data.content : null, sha256)
  // What was done to the log says why its last hash is not the one in the list.
  const findings = ofLog.length > 0 ? [...ofParts.filter(({ part }) => part !== 'log'), ...ofLog] : ofParts
  const add = (more: Finding[]) => findings.push(...more.filter(({ name }) => findings.every((other) => other.name !== name)))
  add(pictureFindings(member(raw, 'content'), bytes, sha256))
  if (findings.length === 0) add(playbookFindings(member(raw, 'content'), sha256))
  if (findings.length === 0) add(shapeFindings(raw, file))
  const isFitting = isSigned(signedText(rootOf(stated, sha256)), key, signature)
  if (!isFitting && findings.every(({ part }) => part === 'root')) {
    const sentence = 'The signature is not one of this file by the key that stands in it: the signature or the key was changed, or all of the file was.'
    add([found('signature', 'The signature', 'changed', sentence)])
  }
  const isPageAsked = findings.length === 0 && page !== null && file.success
  const ofPage = isPageAsked ? pageFindings(page, file.data, bytes ?? new Map(), sha256) : []
  findings.push(...ofPage)
  const changed = new Set(findings.map(({ name }) => name))
  findings.push(...givenFindings(root, key, checks))
  return {
    verdict: findings.length === 0 ? 'intact' : 'changed',
    of: file.success ? aboutOf(file.data) : null,
    parts: stated
      .map((one) => ({ part: said(member(one, 'part')), name: said(member(one, 'name')) }))
      .map((one) => ({ ...one, isIntact: isLeft(one, changed, ofLog) })),
    page: page === null ? null : isPageAsked ? (ofPage.length > 0 ? 'changed' : 'intact') : 'unknown',
    findings,
    root: root || null,
    key: key || null,
    isListSigned: isFitting && rootOf(stated, sha256) === root,
  }
}

const isLeft = ({ part, name }: { part: string; name: string }, changed: Set<string>, ofLog: Finding[]) =>
  !changed.has(name) && (part !== 'log' || ofLog.length === 0)

function shapeFindings(raw: unknown, file: ReturnType<typeof EvidenceFile.safeParse>): Finding[] {
  const issue = file.error?.issues[0]
  if (issue) return [found('shape', 'The shape', 'changed', `The file does not have the shape of an evidence file, at ${issue.path.join('.') || 'its top'}.`)]
  if (file.data?.handrailEvidence !== evidenceFormat) return [found('shape', 'The format', 'changed', 'The number of the format was changed.')]
  return isSame(raw, file.data) ? [] : [found('shape', 'The shape', 'added', 'Something was added to the file that no evidence file holds.')]
}

function givenFindings(root: string, key: string, given: Checks): Finding[] {
  const findings: Finding[] = []
  if (given.key !== undefined && given.key !== key)
    findings.push(
      found('given-key', 'The key', 'changed', 'The file is not signed with the key that was given: it is another file, or was made anew by somebody else.'),
    )
  if (given.root !== undefined && given.root !== root)
    findings.push(found('given-root', 'The root hash', 'changed', 'The file does not have the root hash that was given: it is another file, or was made anew.'))
  return findings
}

function aboutOf({ content: { escalation, made } }: EvidenceFile): EvidenceReport['of'] {
  return { number: escalation.number, title: caseTitle(escalation.content.case), madeAt: made.at, madeBy: made.by.name, team: made.team.name }
}
