// Reads what a person pastes to join: an address and a code, or one link that holds both.

/** The address or the invite cannot be used as typed; `message` says what to do. */
export class JoinFault extends Error {
  override name = 'JoinFault'
}

/** Either field may hold the whole link `https://hub/join#CODE`. The address comes back without a slash at its end. */
export function normalizeInvite(hubUrl: string, invite: string): { hubUrl: string; code: string } {
  const link = readLink(invite) ?? readLink(hubUrl)
  const typed = hubUrl.trim() !== '' && !readLink(hubUrl) ? addressOf(hubUrl) : null
  if (link && typed && typed !== link.hubUrl) {
    throw new JoinFault(`The invite link is for ${link.hubUrl}, but the address says ${typed}. Clear the address to use the link's.`)
  }
  if (link) return link
  const code = invite.trim()
  if (!typed) throw new JoinFault('Enter the hub address, or paste the whole invite link.')
  if (!/^[A-Za-z0-9_-]{1,40}$/.test(code)) throw new JoinFault('This does not look like an invite code. Paste the code or the whole link that you were sent.')
  return { hubUrl: typed, code }
}

function readLink(text: string): { hubUrl: string; code: string } | null {
  const parts = /^(\S+?)\/join\/?#([A-Za-z0-9_-]{1,40})$/.exec(text.trim())
  return parts ? { hubUrl: addressOf(parts[1]!), code: parts[2]! } : null
}

function addressOf(text: string): string {
  const typed = text.trim()
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || url.username || url.password || url.search || url.hash) throw new JoinFault('This is not a hub address. It looks like https://hub.example.com.')
  const isLoopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback)) {
    throw new JoinFault('The hub address must begin with https://, so that nobody on the way can read what you send.')
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
}
