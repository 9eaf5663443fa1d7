// What makes two pages the same case.
import { limits } from '../schema/ids.ts'
import { maskUrl } from './mask.ts'

const tracking = /^(utm_\w+|gclid|fbclid|msclkid|mc_[ce]id|igshid|_ga|_gl|ref_src|spm|yclid)$/i
/** Query names whose values are credentials; they never belong in a stored URL. */
const secret = /^(.*token|.*secret|.*password|pass|pwd|sig|signature|api_?key|auth|code|session(_?id)?|sid|jwt)$/i
/**
 * Of these not even a hash is kept: what people think up could be guessed from it, and what only proves who asks changes while the case
 * stays. The other values of `secret` are made by machines, and may be all that tells two cases apart.
 */
const untold = /^(.*secret|.*password|pass|pwd|(access|auth|id|refresh|csrf|xsrf|authenticity)_?token|sig|signature|api_?key|jwt)$/i

/** The URL without tracking, credentials in it and one-time secrets; unreadable URLs come back empty. */
export function cleanUrl(url: string): string {
  if (!URL.canParse(url)) return ''
  const parsed = new URL(url)
  parsed.username = ''
  parsed.password = ''
  for (const key of [...parsed.searchParams.keys()]) {
    if (tracking.test(key)) parsed.searchParams.delete(key)
    else if (secret.test(key)) parsed.searchParams.set(key, 'removed')
  }
  parsed.hash = cleanHash(parsed.hash)
  return parsed.href.slice(0, limits.url)
}

/** A hash route keeps its place and what else it says; a secret in the place itself takes the whole with it. */
function cleanHash(hash: string): string {
  const query = hash.indexOf('?') + 1
  const start = query > 0 ? query : hash.startsWith('#/') ? hash.length : 1
  const kept = hash
    .slice(start)
    .split('&')
    .filter((parameter) => !isSecretName(parameter.split('=', 1)[0] ?? ''))
  const clean = `${hash.slice(0, start)}${kept.join('&')}`.replace(/[?#]$/, '')
  return /(token|secret|password|key)=/i.test(clean) ? '' : clean
}

const isSecretName = (name: string) => secret.test(name) || /key$/i.test(name)

/**
 * `demo-desk:1042` with a profile and its case id (`desk:eu.example.com/1042` under a wildcard), else origin + path + what is left of the
 * query, secrets masked: keys are stored and shared. Of the values that were taken out one short hash stands at the end:
 * `/ticket?sid=removed~1f0a9c3b`. Throws TypeError for what is no address: a page that has none is not the same case as another one.
 */
export function caseKeyOf(siteId: string | null, caseId: string | null, url: string): string {
  if (siteId !== null && caseId !== null && caseId !== '') return `${siteId}:${caseId}`
  const parsed = new URL(cleanUrl(url))
  parsed.searchParams.sort()
  const origin = parsed.origin === 'null' ? `${parsed.protocol}//${parsed.host}` : parsed.origin
  // A hash route ("#/orders/7") is a place; a plain anchor ("#comments") is not.
  const place = `${parsed.pathname}${parsed.search}${parsed.hash.startsWith('#/') ? parsed.hash : ''}`
  // Sorting a query encodes it anew, which can make it longer than the address was.
  const mark = markOf(new URL(url).searchParams)
  return `${origin}${maskUrl(place).text}`.slice(0, limits.caseKey - mark.length) + mark
}

/** Empty where nothing was taken out that may tell two cases apart. */
function markOf(query: URLSearchParams): string {
  const removed = [...query].filter(([key]) => secret.test(key) && !untold.test(key))
  if (removed.length === 0) return ''
  return `~${hash(JSON.stringify(removed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))))}`
}

/** FNV-1a, 32 bits: it distinguishes, it does not hide. */
function hash(text: string): string {
  let state = 0x811c9dc5
  for (let index = 0; index < text.length; index++) state = Math.imul(state ^ text.charCodeAt(index), 0x01000193)
  return (state >>> 0).toString(16).padStart(8, '0')
}
