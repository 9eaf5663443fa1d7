// Origins of a site profile: what a browser calls an origin, and no wildcard that takes in sites of strangers.
import { parse } from 'tldts'
import { quoted } from './problem.ts'

const loopback = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\]):\*$/
/** Of these the list names single services only. */
const cloud = /^(?:[a-z]{2}-[a-z]+-\d\.)?amazonaws\.com$/

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
  // The browsers' own list of names below which anybody can have one.
  const { publicSuffix, isPrivate } = parse(host, { allowPrivateDomains: true })
  const isCloud = cloud.test(host)
  if (publicSuffix !== host && !isCloud) return null
  return fault(isPrivate || isCloud ? `takes in the pages of every customer of ${host}` : `takes in every site under .${host}`, fix)
}
