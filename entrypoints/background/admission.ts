// Which framed sidebars are ours: one-time tokens made on a trusted click, and the documents they admitted.
// Kept in storage.session, so that it survives the worker and not the browser. Refuses a token twice, late, or from another tab.
import type { Area } from '../../lib/browser.ts'
import { toHex } from '../../lib/domain/base64.ts'
import { createSerial } from './serially.ts'

const lifetimeMs = 30_000

interface Pending {
  tabId: number
  expiresAt: number
}

export interface Admission {
  /** A token for one frame in this tab, good for 30 seconds. */
  issue(tabId: number, now: number): Promise<string>
  /** True when the token was good; the document is ours from now on. The same document may ask again. */
  admit(frame: { token: string; tabId: number; documentId: string }, now: number): Promise<boolean>
  isAdmitted(documentId: string, tabId: number): Promise<boolean>
  /** The tab was closed. */
  forget(tabId: number): Promise<void>
}

export function createAdmission(area: Area, random: (length: number) => Uint8Array): Admission {
  const serially = createSerial()
  const tokenKey = (token: string) => `frame-token:${token}`
  const documentKey = (documentId: string) => `frame-admitted:${documentId}`

  async function isAdmitted(documentId: string, tabId: number): Promise<boolean> {
    const key = documentKey(documentId)
    return (await area.get(key))[key] === tabId
  }

  return {
    async issue(tabId, now) {
      const token = toHex(random(24))
      const pending: Pending = { tabId, expiresAt: now + lifetimeMs }
      await area.set({ [tokenKey(token)]: pending })
      return token
    },
    admit: ({ token, tabId, documentId }, now) =>
      serially(async () => {
        if (await isAdmitted(documentId, tabId)) return true
        const key = tokenKey(token)
        const pending = (await area.get(key))[key] as Pending | undefined
        await area.remove(key)
        if (!pending || pending.tabId !== tabId || now > pending.expiresAt) return false
        await area.set({ [documentKey(documentId)]: tabId })
        return true
      }),
    isAdmitted,
    async forget(tabId) {
      const all = await area.get(null)
      const gone = Object.entries(all).filter(([key, value]) => {
        if (key.startsWith('frame-admitted:')) return value === tabId
        return key.startsWith('frame-token:') && (value as Pending).tabId === tabId
      })
      if (gone.length > 0) await area.remove(gone.map(([key]) => key))
    },
  }
}
