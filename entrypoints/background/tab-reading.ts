// What the agent is looking at in one tab: address and title from the browser, the rest from the page script, or from a tiny reader
// where a gesture granted the tab. Refuses to believe a page about where it is.
import type { Browser, Tab } from '../../lib/browser.ts'
import type { SaidText } from '../../lib/domain/said.ts'
import { carryFields, findPage, plainContext, readCase, unreadContext } from '../../lib/domain/site.ts'
import type { CaseContext } from '../../lib/schema/case.ts'
import { limits } from '../../lib/schema/ids.ts'
import { PageReport } from '../../lib/schema/page.ts'
import type { SitePage, SiteProfile } from '../../lib/schema/site.ts'
import type { CaseMemory } from './case-memory.ts'
import type { PageMemory, Remembered } from './page-memory.ts'
import { order } from './page-orders.ts'
import type { UnreadPages } from './unread-pages.ts'

export interface TabReading {
  context: CaseContext
  /** Never stored. */
  text: string | SaidText
  /** Where the rail could be enabled; null on pages of the browser. */
  origin: string | null
  siteName: string | null
  isEnabled: boolean
  sitePage: SitePage | null
  /** Of the profile that `sitePage` is from. */
  siteVersion: number | null
}

export interface ReadingSources {
  browser: Pick<Browser, 'tabs' | 'scripting'>
  pages: PageMemory
  cases: Pick<CaseMemory, 'recall'>
  unread: Pick<UnreadPages, 'keyOf'>
  now(): number
  profiles(): Promise<SiteProfile[]>
  isEnabled(origin: string): Promise<boolean>
  /** False where the person turned the site off, and asked for nothing in this tab since. */
  mayRead(tabId: number, origin: string): Promise<boolean>
  /** The person asked for this tab by a click or a key. */
  noteGesture(tabId: number, origin: string): Promise<void>
}

export const emptyReport: PageReport = { values: {}, text: '', selection: '', added: false }

/** A tab that goes elsewhere while it is read is read once more; then only what the browser says of it counts. */
export async function readTab(sources: ReadingSources, tabId: number | null, isGesture = false): Promise<TabReading> {
  for (let attempt = 1; tabId !== null; attempt += 1) {
    const tab = await sources.browser.tabs.get(tabId).catch(() => null)
    const origin = webOrigin(tab?.url)
    if (!tab?.url || !origin) break
    const isEnabled = await sources.isEnabled(origin)
    if (isGesture && !isEnabled) await sources.noteGesture(tabId, origin)
    const said = await ask(sources, tabId, tab.url, isEnabled)
    const isSame = (await sources.browser.tabs.get(tabId).catch(() => null))?.url === tab.url
    if (!isSame && attempt === 1) continue
    const known = isEnabled && isSame ? remember(sources, tabId, tab.url, said.report) : null
    const selection = isSame ? (known?.report.selection ?? said.selection) : null
    const access = known !== null || selection !== null ? 'page' : 'tab'
    return interpret(sources, tab, tab.url, { known, selection: selection ?? '', access, at: sources.now(), isEnabled })
  }
  return nothing(sources, tabId)
}

/** Measured: the grant that comes with a key can take effect up to a tenth of a second after its event. */
const grantDelaysMs = [20, 60, 150]

/** After a key, a menu or the toolbar button, which grant the tab: `given` is the tab as the event told it. */
export async function readGranted(sources: ReadingSources, given: Tab | undefined): Promise<TabReading> {
  if (given?.id === undefined) return nothing(sources, null)
  const { id: tabId, url } = given
  let reading = await readTab(sources, tabId, true)
  for (const delayMs of grantDelaysMs) {
    if (reading.isEnabled || reading.context.access === 'page') return reading
    await new Promise((resolve) => setTimeout(resolve, delayMs))
    reading = await readTab(sources, tabId, true)
  }
  if (reading.origin || !url || !webOrigin(url)) return reading
  return interpret(sources, given, url, { known: null, selection: '', access: 'tab', at: sources.now(), isEnabled: false })
}

/** Reads again what is already in memory, without asking the page. */
export async function recallTab(sources: ReadingSources, tab: Tab, known: Remembered): Promise<TabReading> {
  const url = tab.url ?? ''
  return interpret(sources, tab, url, { known, selection: known.report.selection, access: 'page', at: sources.now(), isEnabled: true })
}

export function webOrigin(url: string | undefined): string | null {
  if (!url || !URL.canParse(url)) return null
  const { protocol, origin } = new URL(url)
  return protocol === 'https:' || protocol === 'http:' ? origin : null
}

interface Said {
  known: Remembered | null
  selection: string
  access: 'page' | 'tab'
  at: number
  isEnabled: boolean
}

async function interpret(sources: ReadingSources, tab: Tab, url: string, { known, selection, access, at, isEnabled }: Said): Promise<TabReading> {
  const title = (tab.title ?? '').slice(0, limits.title)
  const found = findPage(await sources.profiles(), url)
  const shared = { text: known?.text ?? '', origin: webOrigin(url), isEnabled }
  if (!found) return { ...shared, context: plainContext({ url, title, selection, access, at }), siteName: null, sitePage: null, siteVersion: null }
  const here = readCase({ ...found, url, title, report: known?.report ?? { ...emptyReport, selection }, at })
  const context = carryFields(here, found.page, await sources.cases.recall(here.key))
  return {
    ...shared,
    context: known ? context : { ...context, access },
    siteName: found.profile.name,
    sitePage: found.page,
    siteVersion: found.profile.version,
  }
}

interface Answer {
  report: PageReport | null
  selection: string | null
}

/** Not yet known to be about `url`. A page too busy to answer, but known, is not asked for its selection as well. */
async function ask({ browser, pages, mayRead }: ReadingSources, tabId: number, url: string, isEnabled: boolean): Promise<Answer> {
  const answer = isEnabled ? PageReport.safeParse(await order(browser.tabs, tabId, { name: 'page.read' })) : null
  if (answer?.success) return { report: answer.data, selection: null }
  const isKnown = isEnabled && pages.recall(tabId, url) !== null
  const origin = webOrigin(url)
  const isClosed = isKnown || (origin !== null && !(await mayRead(tabId, origin)))
  return { report: null, selection: isClosed ? null : await readSelection(browser, tabId) }
}

function remember({ pages }: ReadingSources, tabId: number, url: string, report: PageReport | null): Remembered | null {
  return report ? pages.hear(tabId, url, { ...report, added: false }) : pages.recall(tabId, url)
}

/** Works where a toolbar click, command or menu granted the tab, or the site is allowed; null elsewhere. */
async function readSelection({ scripting }: Pick<Browser, 'scripting'>, tabId: number): Promise<string | null> {
  try {
    const [first] = await scripting.executeScript({ target: { tabId }, func: () => String(getSelection() ?? '').slice(0, 5000) })
    return typeof first?.result === 'string' ? first.result : null
  } catch {
    return null
  }
}

async function nothing({ unread, now }: ReadingSources, tabId: number | null): Promise<TabReading> {
  return {
    context: unreadContext(await unread.keyOf(tabId), now()),
    text: '',
    origin: null,
    siteName: null,
    isEnabled: false,
    sitePage: null,
    siteVersion: null,
  }
}
