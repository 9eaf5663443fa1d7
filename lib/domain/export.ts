// Unsent escalations as a text that a person can paste into a chat or a mail to the lead.

import type { OwnEscalation } from '../schema/escalation.ts'
import type { Proof } from '../schema/proof.ts'
import { caseTitle } from './case-title.ts'

export function exportText(rows: OwnEscalation[]): string {
  if (rows.length === 0) return 'Nothing is unsent on this device.'
  return rows.map(oneText).join('\n\n----\n\n')
}

function oneText({ content, hash }: OwnEscalation): string {
  const { case: subject, run } = content
  const lines = [
    `ESCALATION ${content.severity} to ${content.queue}`,
    `Made: ${new Date(content.createdAt).toISOString()}`,
    `Case: ${caseTitle(subject)}`,
    `Address: ${subject.url || 'not known'}`,
    ...subject.fields.map(({ label, value }) => `${label}: ${value}`),
    content.note ? `Note: ${content.note}` : 'No note.',
  ]
  if (subject.selection) lines.push(`Selected text: ${subject.selection}`)
  if (run) {
    lines.push(
      `Playbook: ${run.playbook.title}, version ${run.playbook.version} (${run.playbook.hash.slice(0, 12)}), ${run.done} of ${run.total} done, ${run.skipped} skipped`,
    )
    if (run.override) lines.push(`Closed with ${run.override.open.length} open: ${run.override.reason}`)
    for (const line of run.lines) {
      lines.push(`${'  '.repeat(line.depth + 1)}[${line.state}] ${line.label}${line.answer ? `: ${line.answer}` : ''}${line.reason ? ` (${line.reason})` : ''}`)
      const indent = '  '.repeat(line.depth + 2)
      if (line.override) lines.push(`${indent}Decided with ${line.override.open.length} open: ${line.override.reason}`)
      if (line.evidence) lines.push(`${indent}Evidence: ${line.evidence}`)
      for (const proof of line.proofs ?? []) lines.push(`${indent}${proofText(proof)}`)
    }
  }
  if (content.missing.length > 0) lines.push(`Could not be read: ${content.missing.join(', ')}`)
  lines.push(`Id: ${content.id}`, `SHA-256: ${hash}`)
  return lines.join('\n')
}

function proofText(proof: Proof): string {
  switch (proof.kind) {
    case 'note':
      return `Note: ${proof.text}`
    case 'link':
      return `Link: ${proof.url}`
    case 'selection':
      return `Selected: “${proof.text}” at ${proof.url}`
    case 'screenshot':
      return `Picture of ${proof.url || 'the page'}: in the JSON file, under ${proof.image.hash.slice(0, 12)}`
  }
}
