// Origins of a site profile: what a browser calls an origin, and no wildcard that takes in sites of strangers.
import { quoted } from './problem.ts'

const loopback = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\]):\*$/
/** Second-level names under which anybody can register: co.uk, com.au, gov.br. Short, and not the whole list: what is obvious. */
const registry = /^(?:ac|co|com|edu|gob|gov|gouv|go|mil|ne|net|nom|or|org|gen|id|ltd|plc|me|sch)\.[a-z]{2}$/
/** Hosts that give every customer a name of their own, and let the customer write the pages. */
const strangers =
  /^(?:[a-z]{2}-[a-z]+-\d\.)?(?:github\.io|gitlab\.io|netlify\.app|vercel\.app|pages\.dev|workers\.dev|web\.app|firebaseapp\.com|herokuapp\.com|onrender\.com|fly\.dev|azurewebsites\.net|azurestaticapps\.net|cloudfront\.net|amazonaws\.com|appspot\.com|run\.app|blogspot\.com|wordpress\.com|myshopify\.com|ngrok\.io|ngrok-free\.app|ngrok\.app|trycloudflare\.com|glitch\.me|repl\.co|replit\.dev|surge\.sh)$/

export interface OriginFault {
  message: string
  fix: string
}

const example = 'Write https://desk.example.com or https://*.example.com, without a path.'

/** Why the origin cannot be used, or null. Internal tools still speak http; `:*` is any port, for desks on this machine. */
export function originFault(origin: string): OriginFault | null {
  const fault = (why: string, fix = example): OriginFault => ({ message: `${quoted(origin)} ${why}.`, fix })
  if (loopback.test(origin)) return null
  const [, scheme, wild, host = ''] = /^(https?):\/\/(\*\.)?([^*]*)$/.exec(origin) ?? []
  const plain = `${scheme}://${host}`
  if (scheme === undefined) {
    const isPlace = origin.includes('*') && /^https?:\/\//.test(origin)
    return isPlace
      ? fault('has its asterisk in a place where none may stand', 'Write https://*.example.com; :* only behind localhost or 127.0.0.1.')
      : fault('is not an origin')
  }
  if (!URL.canParse(plain)) return fault('is not an origin')
  const read = new URL(plain).origin
  if (read !== plain) return fault('is not an origin', `Write ${wild ? read.replace('://', '://*.') : read}, as the browser spells it.`)
  if (!/^[a-z\d.-]+(?::\d+)?$|^\[[\da-f:]+\](?::\d+)?$/.test(host)) return fault('is not an origin')
  return wild ? wildFault(host.replace(/:\d+$/, ''), fault) : null
}

function wildFault(host: string, fault: (why: string, fix: string) => OriginFault): OriginFault | null {
  const fix = `Name the host, or a domain that belongs to one company, such as https://*.desk.example.com.`
  if (/^[\d.]+$|^\[/.test(host)) return fault('has a wildcard before an address of numbers', 'Write the address without "*.".')
  if (!host.includes('.') || registry.test(host)) return fault(`takes in every site under .${host}`, fix)
  return strangers.test(host) ? fault(`takes in the pages of every customer of ${host}`, fix) : null
}
