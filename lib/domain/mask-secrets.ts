// Keys, tokens, and passwords and one-time codes that are said in words.
import { matching, type Rule } from './mask-rule.ts'

const privateKey =
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----(?:(?:[^-]|-(?!----)){0,8000}-----END [A-Z ]{0,40}PRIVATE KEY-----|(?:\s{1,4}[\w+/=:,-]{20,120}){1,200})/g
const token = /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{4,}\.[\w-]*/g
const key =
  /(?<![\w-])(?:(?:sk|pk|rk)_(?:live|test)_\w{10,}|gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{20,}|npm_\w{30,}|whsec_[\w+/=]{16,}|sk-[\w-]{20,}|xox[abeprs]-[\w-]{10,}|(?:AKIA|ASIA)[A-Z0-9]{16}(?!\w)|AIza[\w-]{35}|ya29\.[\w-]{20,}|SG\.[\w-]{16,40}\.[\w-]{16,})/g
const bearer = /\b(?:bearer|basic)\s{1,4}([\w.~+/=-]{16,})/gi
const said =
  /\b(?:passwords?|passphrase|passcode|pwd|pin|cvv2?|cvc2?|secret|api[ _-]?key|access[ _-]?token|one[- ]time code|otp)\s{0,3}(?:is|:|=)\s{0,3}(["']?)([^\s"',;]{3,100})\1/gi
const codeWord =
  '(?:(?:verification|security|one[- ]time|log-?in|sign-?in|auth(?:entication|enticator)?|2fa|two-factor|mfa|access|sms|confirmation|your|my|his|her|their) (?:pass)?codes?|otps?|passcodes?|2fa)'
const code = '(?:\\d{4,8}|\\d{3}[ -]\\d{3})'
const codeAfter = new RegExp(`\\b${codeWord}(?: (?:is|was|reads|says))?[ :=#"'(]{1,3}(?:G-)?(${code})(?![\\w-]|[.,]\\d)`, 'gi')
const codeBefore = new RegExp(`(?<![\\w.,-])(?:G-)?(${code}) (?:is|as) (?:your|my|the|his|her)(?: [a-z-]{1,20}){0,4}? (?:codes?|otp|pin|passcode)(?!\\w)`, 'gi')

/** Made by machines, in forms of their own. */
export const keyRules: Rule[] = [
  { kind: 'key', find: matching(privateKey, () => '[private key removed]') },
  { kind: 'token', find: matching(token, () => '[token removed]') },
  { kind: 'key', find: matching(key, () => '[key removed]') },
  { kind: 'token', find: matching(bearer, () => '[token removed]', 1) },
]

/** After numbers with a form of their own: "your code is 4111 1111 1111 1111" gives away a card. */
export const saidRules: Rule[] = [
  { kind: 'password', find: matching(said, (value) => (isOrdinary(value) ? null : '[removed]'), 2) },
  { kind: 'code', find: matching(codeAfter, () => '[code removed]', 1) },
  { kind: 'code', find: matching(codeBefore, () => '[code removed]', 1) },
]

/** Words that follow "password is" in ordinary sentences. */
function isOrdinary(value: string): boolean {
  return /^(\[.*|wrong|incorrect|invalid|not|no|the|a|an|my|same|reset|changed|correct|required|missing|expired|blocked|locked|weak|ok|fine|working|still|being|never|unknown)[.,!?]?$/i.test(
    value,
  )
}
