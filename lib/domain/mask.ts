// Structured secrets are taken out of free text before anything is stored: cards, IBANs, tokens, keys, passwords.
// Refuses to guess: names, addresses and order numbers are left alone. Every pattern is linear on its input.
import type { EscalationContent } from '../schema/escalation.ts'
import { limits } from '../schema/ids.ts'
import { maskProof } from './mask-proof.ts'

interface Rule {
  find: RegExp
  /** The replacement, or null when the hit is not a secret after all. */
  mask: (hit: string, groups: string[]) => string | null
}

const rules: Rule[] = [
  { find: /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]{0,8000}?-----END [A-Z ]{0,40}PRIVATE KEY-----/g, mask: () => '[private key removed]' },
  { find: /\beyJ[\w-]{8,}\.[\w-]{4,}\.[\w-]*/g, mask: () => '[token removed]' },
  {
    find: /\b(?:sk|pk|rk)_(?:live|test)_\w{10,}|\bgh[pousr]_\w{20,}|\bgithub_pat_\w{20,}|\bxox[abprs]-[\w-]{10,}|\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bAIza[\w-]{35}/g,
    mask: () => '[key removed]',
  },
  { find: /\b(bearer|basic)\s+[\w.~+/=-]{16,}/gi, mask: (_, [scheme]) => `${scheme} [token removed]` },
  {
    find: /\b(passwords?|passphrase|passcode|pwd|pin|cvv2?|cvc2?|secret|api[ _-]?key|access[ _-]?token|one[- ]time code|otp)(\s{0,3}(?:is|:|=)\s{0,3})(["']?)([^\s"',;]{3,100})\3/gi,
    mask: (_, [word, joint, , value]) => (isOrdinary(value ?? '') ? null : `${word}${joint}[removed]`),
  },
  { find: /\b[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]{2,4}){3,8}\b/g, mask: (hit) => maskIban(hit) },
  { find: /(?<![\d.,])\d(?:[ -]?\d){12,18}(?![\d]|[.,]\d)/g, mask: (hit) => (isCard(hit) ? `[card ending ${digitsOf(hit).slice(-4)}]` : null) },
]

/**
 * `count` is how many secrets were replaced. Masking twice changes nothing. A mask may be longer than the secret: `most` cuts the end
 * off, since a text above its limit makes the whole record unreadable.
 */
export function maskText(text: string, most = Number.POSITIVE_INFINITY): { text: string; count: number } {
  let count = 0
  let masked = text
  for (const { find, mask } of rules) {
    masked = masked.replace(find, (hit: string, ...rest: unknown[]) => {
      const groups = rest.slice(
        0,
        rest.findIndex((part) => typeof part === 'number'),
      ) as string[]
      const replacement = mask(hit, groups)
      if (replacement === null) return hit
      count += 1
      return replacement
    })
  }
  return { text: masked.length > most ? masked.slice(0, most) : masked, count }
}

/** Part by part, so that a secret in one parameter does not take its neighbours with it. */
export function maskUrl(url: string, most = Number.POSITIVE_INFINITY): { text: string; count: number } {
  const parts = url.split(/([?&#])/).map((part) => maskText(part))
  const text = parts.map((part) => part.text).join('')
  return { text: text.slice(0, most), count: parts.reduce((sum, part) => sum + part.count, 0) }
}

/** All free text of an escalation. Declared case fields are kept: the team asked for them by name. */
export function maskContent(content: EscalationContent): EscalationContent {
  let count = content.maskedCount
  const counted = (masked: { text: string; count: number }): string => {
    count += masked.count
    return masked.text
  }
  const mask = (text: string, most: number) => counted(maskText(text, most))
  const maskLine = (text: string | null, most: number) => (text === null ? null : mask(text, most))
  const { title, url, selection } = content.case
  const caseContext = {
    ...content.case,
    title: mask(title, limits.title),
    url: counted(maskUrl(url, limits.url)),
    selection: mask(selection, limits.selection),
  }
  const note = mask(content.note, limits.note)
  const run = content.run && {
    ...content.run,
    lines: content.run.lines.map((line) => ({
      ...line,
      answer: maskLine(line.answer, limits.answer),
      reason: maskLine(line.reason, limits.reason),
      evidence: maskLine(line.evidence, limits.note),
      ...(line.proofs ? { proofs: line.proofs.map((proof) => maskProof(proof, mask, (url, most) => counted(maskUrl(url, most)))) } : {}),
    })),
  }
  return { ...content, case: caseContext, note, run, maskedCount: count }
}

const digitsOf = (hit: string) => hit.replace(/\D/g, '')

/** Words that follow "password is" in ordinary sentences. */
function isOrdinary(value: string): boolean {
  return /^(\[.*|wrong|incorrect|invalid|not|no|the|a|an|my|same|reset|changed|correct|required|missing|expired|weak|ok|fine|working|still|being|never|unknown)[.,!?]?$/i.test(
    value,
  )
}

/** Luhn over 13 to 19 digits that begin as payment cards do. */
export function isCard(hit: string): boolean {
  const digits = digitsOf(hit)
  if (digits.length < 13 || digits.length > 19 || !/^(4|5[0-8]|2[2-7]|3[0-9]|6)/.test(digits) || /^(\d)\1+$/.test(digits)) return false
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    let digit = Number(digits[digits.length - 1 - index])
    if (index % 2 === 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2
    sum += digit
  }
  return sum % 10 === 0
}

/** The longest prefix of the hit whose check digits are right (ISO 13616 mod 97) is masked; a following word is not eaten. */
function maskIban(hit: string): string | null {
  for (let end = hit.length; end >= 15; end--) {
    const candidate = hit.slice(0, end)
    if (/[ -]$/.test(candidate) || /^[A-Za-z0-9]/.test(hit.slice(end))) continue
    const bare = candidate.replace(/[ -]/g, '').toUpperCase()
    if (bare.length >= 15 && bare.length <= 34 && isIban(bare)) return `[IBAN ending ${bare.slice(-4)}]${hit.slice(end)}`
  }
  return null
}

function isIban(bare: string): boolean {
  let remainder = 0
  for (const character of bare.slice(4) + bare.slice(0, 4)) {
    for (const digit of Number.parseInt(character, 36).toString()) remainder = (remainder * 10 + Number(digit)) % 97
  }
  return remainder === 1
}
