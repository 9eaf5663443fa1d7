// Secrets are taken out of free text before anything is stored: cards, IBANs, keys, tokens, passwords, one-time codes, national ids. Of a
// case also e-mail addresses and phone numbers, unless the team says otherwise. Refuses to guess: names, addresses, order numbers stay.
import type { EscalationContent } from '../schema/escalation.ts'
import type { CasePlace } from '../schema/handover.ts'
import { limits } from '../schema/ids.ts'
import type { Proof } from '../schema/proof.ts'
import type { MaskedKinds, RedactionRules } from '../schema/redaction.ts'
import { findCards } from './mask-cards.ts'
import { emailRule, phoneRules } from './mask-contact.ts'
import { findIbans } from './mask-ibans.ts'
import { idRules } from './mask-ids.ts'
import { maskProof } from './mask-proof.ts'
import type { Masked, Masker, Rule } from './mask-rule.ts'
import { keyRules, saidRules } from './mask-secrets.ts'
import { isKept, teamRules } from './mask-team.ts'

const always: Rule[] = [...keyRules, { kind: 'iban', find: findIbans }, { kind: 'card', find: findCards }, ...idRules, ...saidRules]

/** Masking twice changes nothing. */
export const maskText: Masker = createMasker(always, () => false)

/** For what is said of a case. Without rules of a team, e-mail addresses and phone numbers are masked too. */
export function caseMasker(team: RedactionRules | null): Masker {
  const { email, phone, mask, keep } = team ?? { email: true, phone: true, mask: [], keep: [] }
  return createMasker([...always, ...teamRules(mask), ...(email ? [emailRule] : []), ...(phone ? phoneRules : [])], isKept(keep))
}

const mostRounds = 5

function createMasker(rules: Rule[], mayStay: (secret: string) => boolean): Masker {
  return (text, most = Number.POSITIVE_INFINITY) => {
    const found: MaskedKinds = {}
    let [masked, count] = [text, 0]
    // A number may only stand free once its neighbour is masked: again until nothing is found.
    for (let [round, before] = [0, -1]; round < mostRounds && before < count; round++) {
      before = count
      for (const { kind, find } of rules) {
        let [done, from] = ['', 0]
        for (const { at, end, mask } of find(masked)) {
          if (mayStay(masked.slice(at, end))) continue
          done += masked.slice(from, at) + mask
          from = end
          count += 1
          found[kind] = (found[kind] ?? 0) + 1
        }
        masked = done + masked.slice(from)
      }
    }
    return { text: masked.length > most ? masked.slice(0, most) : masked, count, found }
  }
}

/** Only of secrets: it leads back to the case. Part by part, so that a secret in one parameter does not take its neighbours with it. */
export function maskUrl(url: string, most = Number.POSITIVE_INFINITY): Masked {
  const parts = url.split(/([?&#])/).map((part) => maskText(part))
  const text = parts.map((part) => part.text).join('')
  return { text: text.slice(0, most), count: parts.reduce((sum, part) => sum + part.count, 0), found: together(parts.map(({ found }) => found)) }
}

function together(kinds: readonly MaskedKinds[]): MaskedKinds {
  const sum: MaskedKinds = {}
  for (const [kind, count] of kinds.flatMap((found) => Object.entries(found) as [keyof MaskedKinds, number][])) sum[kind] = (sum[kind] ?? 0) + count
  return sum
}

/** All free text of an escalation. Declared case fields are kept, and typed answers but for secrets: the team asked for them by name. */
export function maskContent(content: EscalationContent, masker: Masker = maskText): EscalationContent {
  const all: Masked[] = []
  const counted = (masked: Masked): string => {
    all.push(masked)
    return masked.text
  }
  const mask = (text: string, most: number) => counted(masker(text, most))
  const maskAddress = (url: string, most: number) => counted(maskUrl(url, most))
  const maskLine = (text: string | null, most: number, by = masker) => (text === null ? null : counted(by(text, most)))
  const { title, url, selection } = content.case
  const caseContext = {
    ...content.case,
    title: mask(title, limits.title),
    url: maskAddress(url, limits.url),
    selection: mask(selection, limits.selection),
  }
  const note = mask(content.note, limits.note)
  const run = content.run && {
    ...content.run,
    lines: content.run.lines.map((line) => ({
      ...line,
      answer: maskLine(line.answer, limits.answer, maskText),
      reason: maskLine(line.reason, limits.reason),
      evidence: maskLine(line.evidence, limits.note),
      ...(line.proofs ? { proofs: line.proofs.map((proof) => maskProof(proof, mask, maskAddress)) } : {}),
    })),
  }
  const maskedCount = all.reduce((sum, { count }) => sum + count, content.maskedCount)
  const masked = together([content.masked ?? {}, ...all.map(({ found }) => found)])
  return { ...content, case: caseContext, note, run, maskedCount, ...(maskedCount > 0 ? { masked } : {}) }
}

/** The free text of a piece of evidence, before it is kept. */
export const maskedProof = (proof: Proof, masker: Masker): Proof =>
  maskProof(
    proof,
    (text, most) => masker(text, most).text,
    (url, most) => maskUrl(url, most).text,
  )

/** Title and address of a case, before they are kept or handed on. */
export function maskPlace(place: CasePlace, masker: Masker = maskText): CasePlace {
  return { ...place, title: masker(place.title, limits.title).text, url: maskUrl(place.url, limits.url).text }
}
