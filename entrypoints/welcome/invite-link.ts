// What a person may paste or follow to join: `http://hub/join#CODE`, or this page with `#hub=...&invite=...`.

export interface Invitation {
  hubUrl: string
  invite: string
}

/** Splits a pasted invite link; null when the text is something else. */
export function readInviteLink(text: string): Invitation | null {
  const parts = /^(https?:\/\/\S+?)\/join\/?#([A-Za-z0-9_-]{1,40})$/i.exec(text.trim())
  return parts ? { hubUrl: parts[1]!, invite: parts[2]! } : null
}

export function readHash(hash: string): Invitation {
  const query = new URLSearchParams(hash.replace(/^#\/?/, ''))
  return { hubUrl: query.get('hub') ?? '', invite: query.get('invite') ?? '' }
}
