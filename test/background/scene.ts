// A desk with one ticket open, and the people around it: what most tests of the worker begin with.
import type { Tab } from '../../lib/browser.ts'
import { changeSiteState } from '../../lib/db/settings.ts'
import type { MessageName, MessageRequest, MessageResponse } from '../../lib/messages/protocol.ts'
import type { Failure } from '../../lib/schema/failure.ts'
import type { PageReport } from '../../lib/schema/page.ts'
import { createMemoryBrowser } from './memory-browser.ts'
import { type MemoryWorld, startMemoryWorld } from './memory-worker.ts'
import { desk, examples } from './sender-classes.ts'

export const ticket: Tab = { id: 7, windowId: 1, active: true, incognito: false, url: `${desk}/ticket/1042`, title: 'Refund for Maria Example' }

export type Who = keyof typeof examples & string
export type Answer<N extends MessageName> = { ok: true; value: MessageResponse<N> } | { ok: false; error: Failure }

export interface Scene extends MemoryWorld {
  ask<N extends MessageName>(who: Who, name: N, request: MessageRequest<N>): Promise<Answer<N>>
  /** The answer's value; a failure fails the test. */
  get<N extends MessageName>(who: Who, name: N, request: MessageRequest<N>): Promise<MessageResponse<N>>
  enableDesk(): Promise<void>
}

export function openScene(browserKind: 'Chromium' | 'Firefox' = 'Chromium'): Scene {
  const world = startMemoryWorld({ browser: createMemoryBrowser(browserKind) })
  const { browser } = world
  browser.tabsHere.set(7, ticket)
  const ask: Scene['ask'] = async (who, name, request) => (await browser.play({ name, request }, examples[who]!.sender)) as never
  return Object.assign(world, {
    ask,
    async get<N extends MessageName>(who: Who, name: N, request: MessageRequest<N>) {
      const answer = await ask(who, name, request)
      if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`)
      return answer.value
    },
    async enableDesk() {
      browser.granted.add(`${desk}/*`)
      await world.worker.database.use((db) => changeSiteState(db, desk, { enabled: true }))
    },
  })
}

export const reportOf = (change: Partial<PageReport> = {}): PageReport => ({ values: {}, text: '', selection: '', added: false, ...change })

/** A page script that answers `page.read` with this report, and obeys everything else. */
export const pageSaying = (report: unknown) => async (_tabId: number, message: unknown) =>
  (message as { name: string }).name === 'page.read' ? report : undefined
