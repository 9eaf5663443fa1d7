// Runs the page script in a real Chromium, in an isolated world like an extension's, against a stand-in for the worker.
import { fileURLToPath } from 'node:url'
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import { findChromium, launchFlags } from '../../../demo/stage/chromium.ts'
import type { PageOrder, PagePlan, PageReport } from '../../../lib/schema/page.ts'

export const plan: PagePlan = {
  reads: [],
  textSelector: null,
  rail: { mode: 'dock', side: 'right', width: 380, offset: 50, snoozedUntil: 0 },
  matches: 2,
  label: 'Open Handrail',
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: launchFlags() })
}

/** A page with an origin of its own; `setContent` alone leaves the opaque one of about:blank. */
export async function show(page: Page, html: string, headers: Record<string, string> = {}): Promise<void> {
  const url = 'http://page.test/case'
  await page.unroute(url)
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html', headers, body: `<!doctype html>${html}` }))
  await page.goto(url)
}

/** One script as the extension ships it, in memory. */
export async function bundle(entry: string, isMinified = false): Promise<string> {
  const built = await build({
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: isMinified,
      lib: { entry: fileURLToPath(new URL(`../../../${entry}`, import.meta.url)), formats: ['iife'], name: 'built', fileName: 'built' },
    },
  })
  const outputs = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[]
  return outputs.flatMap(({ output }) => output).find((item) => item.type === 'chunk')!.code
}

/** What the stand-in worker heard, and how it answers; lives in the isolated world. */
interface Heard {
  name: string
  request: unknown
}

export interface Injected {
  page: Page
  world: World
  heard: (name: string) => Promise<Heard[]>
  reports: () => Promise<PageReport[]>
  order: <T = unknown>(order: PageOrder) => Promise<T>
}

export interface World {
  evaluate: <T>(expression: string) => Promise<T>
  cdp: CDPSession
}

async function isolatedWorld(page: Page, name: string): Promise<World> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('DOM.enable')
  const { frameTree } = await cdp.send('Page.getFrameTree')
  const { executionContextId } = await cdp.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: name })
  return {
    cdp,
    async evaluate<T>(expression: string) {
      const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
        expression,
        contextId: executionContextId,
        awaitPromise: true,
        returnByValue: true,
      })
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
      return result.value as T
    },
  }
}

const standIn = (given: PagePlan | null, tools: string, frameUrl: string) => `
  globalThis.handrailTest = { heard: [], plan: ${JSON.stringify(given)}, listeners: [], isGone: false, isForbidden: false }
  globalThis.chrome = { runtime: {
    get id() { return handrailTest.isGone ? undefined : 'test' },
    async sendMessage({ name, request }) {
      if (handrailTest.isGone) throw new Error('Extension context invalidated.')
      handrailTest.heard.push({ name, request })
      if (handrailTest.isForbidden) return { ok: false, error: { code: 'forbidden', message: 'This page may not ask that of Handrail.' } }
      if (name === 'page.tools') (0, eval)(${JSON.stringify(tools)})
      const rail = { ...handrailTest.plan?.rail, ...request }
      if (name === 'page.rail') handrailTest.plan.rail = rail
      const value = { 'page.hello': handrailTest.plan, 'page.report': { matches: 3 }, 'page.tools': {}, 'page.rail': rail,
        'page.open': request.framed === false ? null : { token: 'token-1', url: ${JSON.stringify(frameUrl)}, origin: ${JSON.stringify(new URL(frameUrl).origin)} } }[name]
      return { ok: true, value }
    },
    onMessage: { addListener: (listener) => handrailTest.listeners.push(listener),
      removeListener: (listener) => handrailTest.listeners.splice(handrailTest.listeners.indexOf(listener), 1) } } }
`

let scripts: Promise<[string, string]> | null = null

/** Brings the page script into a page that is already there. */
export async function inject(
  page: Page,
  given: Partial<PagePlan> | null = {},
  { worldName = 'handrail', frameUrl = 'http://frame.test/' } = {},
): Promise<Injected> {
  scripts ??= Promise.all([bundle('entrypoints/page/index.ts'), bundle('entrypoints/page-tools/index.ts')]).then(([main, tools]) => [runs(main), runs(tools)])
  const [main, tools] = await scripts
  const world = await isolatedWorld(page, worldName)
  await world.evaluate(standIn(given && { ...plan, ...given }, tools, frameUrl))
  await world.evaluate(main)
  const heard = (name: string) => world.evaluate<Heard[]>(`handrailTest.heard.filter((one) => one.name === ${JSON.stringify(name)})`)
  return {
    page,
    world,
    heard,
    reports: async () => (await heard('page.report')).map(({ request }) => request as PageReport),
    order: (order) => world.evaluate(`new Promise((resolve) => handrailTest.listeners[0](${JSON.stringify(order)}, { id: 'test' }, resolve))`),
  }
}

/** WXT calls `main`; here we do. */
const runs = (code: string) => `(() => { ${code}\n; built.main() })()`

/** Boxes of elements inside the closed root, by accessible name or class, in CSS pixels. */
export async function inside(world: World, wanted: { name?: string; className?: string }) {
  const { nodes } = await world.cdp.send('DOM.getFlattenedDocument', { depth: -1, pierce: true })
  for (const node of nodes) {
    const attributes = Object.fromEntries((node.attributes ?? []).flatMap((name, index, all) => (index % 2 ? [] : [[name, all[index + 1]]])))
    const isIt = wanted.name
      ? attributes['aria-label'] === wanted.name || attributes.title === wanted.name
      : attributes.class?.split(' ').includes(wanted.className!)
    if (!isIt) continue
    const box = await world.cdp.send('DOM.getBoxModel', { nodeId: node.nodeId }).catch(() => null)
    if (!box) continue
    const [x, y] = box.model.border as [number, number]
    return { attributes, x, y, width: box.model.width, height: box.model.height, center: { x: x + box.model.width / 2, y: y + box.model.height / 2 } }
  }
  return null
}
