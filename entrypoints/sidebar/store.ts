// The panel's one store: made once per page, filled from the worker, asked again when the worker says that something moved.
import { createStore } from 'zustand/vanilla'
import type { Browser } from '../../lib/browser.ts'
import type { Client } from '../../lib/messages/client.ts'
import type { Changed } from '../../lib/messages/protocol.ts'
import { noNews } from '../../lib/schema/news.ts'
import type { SessionView } from '../../lib/schema/views.ts'
import { createCaseActions } from './case-actions.ts'
import { createDeviceActions } from './device-actions.ts'
import { createDrafts } from './drafts.ts'
import { createEscalationActions } from './escalation-actions.ts'
import { createHabitActions } from './habit-actions.ts'
import { createNewsActions } from './news-actions.ts'
import { createRunActions } from './run-actions.ts'
import { createSnippetActions } from './snippet-actions.ts'
import { type Desk, emptyState, freshCase, type SidebarState } from './state.ts'
import type { Place } from './surface.ts'

export interface Parts {
  client: Client
  browser: Browser
  place: Place
  now: () => number
}

export function createSidebarStore({ client, browser, place, now }: Parts) {
  const store = createStore<SidebarState>(() => ({ ...emptyState, ...place }))
  const drafts = createDrafts(client, window)
  const desk: Desk = { client, drafts, now, get: store.getState, set: (part) => store.setState(part) }
  const forCase = createCaseActions(desk)
  const escalation = createEscalationActions(desk)
  const news = createNewsActions(desk)

  /** A failed answer leaves the last one on screen; the next change asks again. */
  const ask = {
    session: () => client.send('session.get', {}).then(meet),
    status: () => client.send('status.get', {}).then((status) => store.setState({ status })),
    settings: () => client.send('settings.get', {}).then((settings) => store.setState({ settings })),
    library: () => client.send('library.list', {}).then((library) => store.setState({ library })),
    own: () => client.send('own-snippet.list', {}).then((own) => store.setState({ own })),
    habits: () => client.send('habits.get', {}).then((habits) => store.setState({ habits })),
  }
  function meet(session: SessionView) {
    const before = store.getState().session?.member
    const isAnother = before != null && session.member !== null && session.member.id !== before.id
    store.setState({ session, ...(session.state === 'none' ? {} : { needsTeam: false }) })
    if (!isAnother) return
    // What the member before had typed is kept for that member, and is not the next one's to see.
    store.setState({ ...freshCase, view: null, mine: null, mineId: null, news: noNews, cases: null, handing: null, own: [], ownDraft: null, screen: 'case' })
    quietly(forCase.refresh())
  }
  const device = createDeviceActions(desk, browser)
  const quietly = (question: Promise<unknown>) => void question.catch(() => {})

  return {
    ...store,
    desk,
    drafts,
    case: forCase,
    escalation,
    news,
    run: createRunActions(desk),
    habit: createHabitActions(desk),
    device,
    snippet: createSnippetActions(desk, device.insert),
    loadFirst() {
      for (const question of [ask.session, ask.status, ask.settings]) quietly(question())
    },
    loadLibrary() {
      for (const question of [ask.library, ask.habits, ask.own, news.load]) quietly(question())
    },
    hear({ collections, tabId }: Changed) {
      const has = (...names: Changed['collections']) => names.some((name) => collections.includes(name))
      if (has('session')) quietly(ask.session())
      if (has('status', 'session')) quietly(ask.status())
      // Keys are each member's own.
      if (has('settings', 'session')) quietly(ask.settings())
      if (has('library')) quietly(ask.library())
      if (has('habits', 'session')) quietly(ask.habits())
      if (has('own-snippets', 'session')) quietly(ask.own())
      if (has('news', 'library', 'session', 'escalations', 'cases')) quietly(news.load())
      const isOurs = tabId === null || tabId === store.getState().tabId
      if (isOurs && has('case', 'cases', 'runs', 'escalations', 'sites', 'session', 'library')) quietly(forCase.refresh())
      if (isOurs && has('drafts')) quietly(escalation.hearDraft())
      if (has('cases', 'escalations', 'session')) store.setState({ casesMoved: store.getState().casesMoved + 1 })
      if (has('escalations') && store.getState().screen === 'mine') quietly(escalation.listMine())
    },
  }
}

export type SidebarStore = ReturnType<typeof createSidebarStore>
