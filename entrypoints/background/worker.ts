// The background worker's parts, put together once per start. Holds nothing that matters: all of it can be made again.
import type { Browser } from '../../lib/browser.ts'
import type { Database } from '../../lib/db/database.ts'
import { listSites } from '../../lib/db/library.ts'
import { uuidv7 } from '../../lib/domain/uuid.ts'
import type { Image } from '../../lib/schema/proof.ts'
import type { SyncContext } from '../../lib/sync/context.ts'
import { createLive, type Live } from '../../lib/sync/live.ts'
import { type Admission, createAdmission } from './admission.ts'
import { type Announce, createAnnounce } from './announce.ts'
import { notifyArrivals } from './arrivals.ts'
import { showNeed as showBadgeNeed } from './badge.ts'
import { type CaseMemory, createCaseMemory } from './case-memory.ts'
import { noteConnection } from './connection.ts'
import type { Cut } from './encode-picture.ts'
import { fault } from './fault.ts'
import { createGestureMemory, type GestureMemory } from './gestures.ts'
import { createHighWater, type HighWater } from './high-water.ts'
import { createMatching, type Matching } from './matching.ts'
import { createPageMemory, type PageMemory } from './page-memory.ts'
import { replan } from './page-plan.ts'
import { createPictureMemory, type PictureMemory } from './picture-memory.ts'
import { failureOf } from './refusal.ts'
import { createSendLoop, type SendLoop } from './send-loop.ts'
import { createSerial } from './serially.ts'
import { createSites, type Sites } from './sites.ts'
import { createSurfaces, type Surfaces } from './surfaces.ts'
import type { ReadingSources } from './tab-reading.ts'
import { createUnreadPages, type UnreadPages } from './unread-pages.ts'

/** The world as parameters: the entrypoint supplies the real one, tests a memory of it. */
export interface World {
  browser: Browser
  database: Database
  fetch: typeof fetch
  now(): number
  randomBytes(length: number): Uint8Array
  random(): number
  lock: SyncContext['lock']
  /** Makes a capture of the browser small. */
  encode(dataUrl: string, cut: Cut): Promise<Image>
  schedule(run: () => void, ms: number): () => void
  WebSocket: new (url: string) => WebSocket
}

export interface Worker extends World {
  newId(): string
  announce: Announce
  admission: Admission
  pages: PageMemory
  cases: CaseMemory
  matching: Matching
  unread: UnreadPages
  gestures: GestureMemory
  pictures: PictureMemory
  sites: Sites
  surfaces: Surfaces
  highWater: HighWater
  sync: SyncContext
  live: Live
  loop: SendLoop
  reading: ReadingSources
  /** Brings the toolbar button up to date with what needs a person. */
  showNeed(): Promise<void>
}

export function createWorker(world: World): Worker {
  const { browser, database, now, random, lock, schedule } = world
  const { session, local } = browser.storage
  const tellPages = createAnnounce(browser)
  const inTurn = createSerial()
  const showNeed = () => inTurn(() => showBadgeNeed(worker))
  // Whatever moves the status may have called for a person, or have seen to it: the toolbar button follows.
  const announce: Announce = (collections, tabId) => {
    if (collections.includes('library')) matching.forget()
    tellPages(collections, tabId)
    if (collections.includes('status')) showNeed().catch((error) => failureOf(error, 'the badge'))
  }
  const newId = () => uuidv7(now(), world.randomBytes(16))
  const gestures = createGestureMemory(session)
  const sites = createSites(browser, database, gestures, now)
  const pages = createPageMemory()
  const cases = createCaseMemory(session)
  const unread = createUnreadPages(session, world.randomBytes)
  const matching = createMatching(database)
  const highWater = createHighWater(database, local)
  const sync: SyncContext = {
    database,
    fetch: world.fetch,
    now,
    random,
    lock,
    onMoved({ moved, arrivals }) {
      const tell = () => moved.length > 0 && announce(moved)
      if (import.meta.env.VITE_FAULTS) void fault('c13').then(tell)
      else tell()
      void notifyArrivals(browser, database, arrivals)
      if (moved.includes('sites')) void replan(worker)
    },
  }
  const live = createLive({
    ...sync,
    WebSocket: world.WebSocket,
    schedule,
    onState(state) {
      const heard = state === 'connected' ? { heardAt: now() } : {}
      void noteConnection(session, { state, ...heard }).then(() => announce(['status']))
    },
  })
  const reading: ReadingSources = {
    browser,
    pages,
    cases,
    unread,
    now,
    profiles: () => database.use(listSites),
    isEnabled: sites.isEnabled,
    mayRead: sites.mayRead,
    noteGesture: gestures.note,
  }
  const worker: Worker = {
    ...world,
    newId,
    announce,
    admission: createAdmission(session, world.randomBytes),
    pages,
    cases,
    unread,
    gestures,
    pictures: createPictureMemory(session, now),
    matching,
    sites,
    surfaces: createSurfaces(browser),
    highWater,
    sync,
    live,
    loop: createSendLoop({ sync, live, highWater, announce, session, schedule, newId }),
    reading,
    showNeed,
  }
  return worker
}
