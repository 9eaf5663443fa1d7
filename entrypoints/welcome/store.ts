// The welcome page's cache of the worker's answers: who this is, which sites are on, how the connection stands.
import { createStore } from 'zustand/vanilla'
import type { Browser } from '../../lib/browser.ts'
import type { Client } from '../../lib/messages/client.ts'
import { hostPattern } from '../../lib/messages/host-pattern.ts'
import type { Changed } from '../../lib/messages/protocol.ts'
import type { SiteState, Theme } from '../../lib/schema/settings.ts'
import type { SessionView, StatusView } from '../../lib/schema/views.ts'

export interface WelcomeState {
  session: SessionView | null
  status: StatusView | null
  sites: SiteState[]
  theme: Theme
  /** Why the worker could not be asked. */
  fault: string | null
}

export function sentenceOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : 'Something went wrong. Nothing that was saved is lost.'
}

/** An origin as a person types it: `desk.example.com`, `https://desk.example.com/queue`; null when it is none. */
export function originOf(typed: string): string | null {
  const text = typed.trim()
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`)
  return url && /^https?:$/.test(url.protocol) && url.hostname !== '' ? url.origin : null
}

export function createWelcomeStore(client: Client, browser: Browser) {
  const store = createStore<WelcomeState>(() => ({ session: null, status: null, sites: [], theme: 'system', fault: null }))

  async function load() {
    try {
      const [session, status, sites, settings] = await Promise.all([
        client.send('session.get', {}),
        client.send('status.get', {}),
        client.send('site.list', {}),
        client.send('settings.get', {}),
      ])
      store.setState({ session, status, sites, theme: settings.theme, fault: null })
    } catch (cause) {
      store.setState({ fault: sentenceOf(cause) })
    }
  }

  return {
    ...store,
    load,
    hear({ collections }: Changed) {
      if (collections.some((name) => ['session', 'status', 'sites', 'settings'].includes(name))) void load()
    },
    /** Throws what the worker said. */
    async join(request: { hubUrl: string; invite: string; name: string }) {
      store.setState({ session: await client.send('session.join', request) })
      void load()
    },
    async leave(force: boolean) {
      store.setState({ session: await client.send('session.leave', { force }) })
      void load()
    },
    /** Must be called in the click itself. Answers false when the person or the browser said no. */
    async enableSite(origin: string): Promise<boolean> {
      const isGranted = await browser.permissions.request({ origins: [hostPattern(origin, browser.runtime.getURL('/'))] })
      if (isGranted) store.setState({ sites: await client.send('site.enable', { origin }) })
      return isGranted
    },
    disableSite: async (origin: string) => store.setState({ sites: await client.send('site.disable', { origin }) }),
    openConsole: () =>
      client.send('surface.open', { surface: 'console', tabId: null, path: '' }).catch((cause) => store.setState({ fault: sentenceOf(cause) })),
    unsent: () => client.send('outbox.export', {}),
    diagnostics: () => client.send('diagnostics.get', {}),
  }
}

export type WelcomeStore = ReturnType<typeof createWelcomeStore>
