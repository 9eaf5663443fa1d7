// From the press on the launcher to a panel that can be used, beside the least that any extension with a frame can do.
import { setTimeout } from 'node:timers/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { launcherBox, launcherLabel, until } from '../../demo/stage/rail.ts'
import { withAgent, withStage } from '../cast.ts'
import { medianOf, type Row } from '../row.ts'
import { writeYardstick, yardstickSpot } from '../yardstick.ts'

const count = 8
/** What P5 calls intent. */
const hoverMs = 150

/** In each framed page of an extension: notes when its Escalate button is drawn and the thread is free. */
async function noteReady(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    if (location.protocol !== 'chrome-extension:' || window.parent === window) return
    const look = () => {
      if (![...document.querySelectorAll('button')].some((button) => button.textContent?.startsWith('Escalate') && !button.disabled)) return
      observer.disconnect()
      requestAnimationFrame(() => window.setTimeout(() => Object.assign(globalThis, { benchReadyAt: performance.timeOrigin + performance.now() })))
    }
    const observer = new MutationObserver(look)
    observer.observe(document, { childList: true, subtree: true, attributes: true })
  })
}

async function openedIn(page: Page, spot: { x: number; y: number }, intentMs: number): Promise<number> {
  await page.evaluate(() => {
    addEventListener('pointerdown', (event) => Object.assign(globalThis, { benchPressedAt: performance.timeOrigin + event.timeStamp }), true)
  })
  if (intentMs > 0) {
    await page.mouse.move(spot.x, spot.y)
    await setTimeout(intentMs)
  }
  await page.mouse.click(spot.x, spot.y)
  const frame = await until(async () => page.frames().find((candidate) => candidate.url().startsWith('chrome-extension:')), 'the frame')
  const readyAt = await (await frame.waitForFunction(() => (globalThis as { benchReadyAt?: number }).benchReadyAt)).jsonValue()
  const pressedAt = await page.evaluate(() => (globalThis as { benchPressedAt?: number }).benchPressedAt)
  return (readyAt ?? Number.NaN) - (pressedAt ?? Number.NaN)
}

async function onFreshTab<T>(context: BrowserContext, url: string, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await context.newPage()
  try {
    await page.goto(url)
    return await work(page)
  } finally {
    await page.close()
  }
}

const ours = (context: BrowserContext, url: string, intentMs: number) =>
  onFreshTab(context, url, async (page) => {
    await until(async () => /playbook/.test((await launcherLabel(page)) ?? ''), 'the launcher’s count')
    const { x, y, width, height } = await until(() => launcherBox(page), 'the launcher')
    return openedIn(page, { x: x + width / 2, y: y + height / 2 }, intentMs)
  })

const bare = (context: BrowserContext, url: string) => onFreshTab(context, url, (page) => openedIn(page, yardstickSpot, 0))

export async function measure(): Promise<Row[]> {
  const yardstick = writeYardstick()
  try {
    return await withAgent(({ company, agent }) =>
      withStage(yardstick.extensionDir, async ({ context: limit }) => {
        const url = `${company.deskUrl}/tickets/1042`
        await noteReady(agent.context)
        await noteReady(limit)
        const times = { cold: [] as number[], hovered: [] as number[], limit: [] as number[] }
        for (let round = 0; round <= count; round += 1) {
          times.limit.push(await bare(limit, url))
          times.cold.push(await ours(agent.context, url, 0))
          times.hovered.push(await ours(agent.context, url, hoverMs))
        }
        for (const samples of Object.values(times)) samples.shift()
        const ratio = (medianOf(times.cold) / medianOf(times.limit)).toFixed(2)
        return [
          {
            what: 'press on launcher -> panel interactive',
            unit: 'ms',
            samples: times.cold,
            target: '<= 1.35x empty frame (P5)',
            note: `${ratio}x the empty frame`,
          },
          { what: `  after ${hoverMs} ms of hover`, unit: 'ms', samples: times.hovered, target: '<= 33 ms (P5)' },
          { what: '  empty extension frame (limit)', unit: 'ms', samples: times.limit, target: '-' },
        ]
      }),
    )
  } finally {
    yardstick.remove()
  }
}
