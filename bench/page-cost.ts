// What one load of a page costs its tab: script time of the main thread, heap after collection, layout shift. A fresh tab each time.
import { setTimeout } from 'node:timers/promises'
import type { BrowserContext } from 'playwright-core'

/** After the load event: idle callbacks, the first report and its answer are over by then. */
const settleMs = 1500

export interface PageCost {
  scriptMs: number
  heapMb: number
  shift: number
}

export async function costOf(context: BrowserContext, url: string): Promise<PageCost> {
  const page = await context.newPage()
  try {
    const session = await context.newCDPSession(page)
    const metric = async (name: string) => (await session.send('Performance.getMetrics')).metrics.find((one) => one.name === name)?.value ?? Number.NaN
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    await page.goto(url)
    await setTimeout(settleMs)
    const scriptMs = (await metric('ScriptDuration')) * 1000
    for (let round = 0; round < 2; round += 1) await session.send('HeapProfiler.collectGarbage')
    const heapMb = (await metric('JSHeapUsedSize')) / 1e6
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0
          const observer = new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value
          })
          observer.observe({ type: 'layout-shift', buffered: true })
          requestAnimationFrame(() => window.setTimeout(() => resolve(sum), 50))
        }),
    )
    return { scriptMs, heapMb, shift }
  } finally {
    await page.close()
  }
}
