// How long the first answer takes when the browser has ended the worker, beside the same for a worker that only listens.
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { killWorker, type Stage } from '../../demo/stage/extension.ts'
import { until } from '../../demo/stage/rail.ts'
import { chromiumId } from '../../lib/identity.ts'
import { ask } from '../ask.ts'
import { withStage } from '../cast.ts'
import type { Row } from '../row.ts'
import { writeYardstick } from '../yardstick.ts'

const count = 10
/** Dead for this long is dead: right after a start the browser may bring a worker back by itself. */
const restMs = 400

async function isDead({ context }: Stage): Promise<boolean> {
  const session = await context.browser()!.newBrowserCDPSession()
  const { targetInfos } = await session.send('Target.getTargets')
  await session.detach()
  return !targetInfos.some(({ type, url }) => type === 'service_worker' && url.includes(chromiumId))
}

async function coldAnswer(stage: Stage, page: Page): Promise<number> {
  await until(async () => {
    await killWorker(stage)
    await setTimeout(restMs)
    return isDead(stage)
  }, 'the end of the worker')
  return (await ask(page, 'settings.get', {})).tookMs
}

export async function measure(): Promise<Row[]> {
  const yardstick = writeYardstick()
  try {
    return await withStage(yardstick.extensionDir, (bare) =>
      withStage(undefined, async (ours) => {
        const pages = [await bare.open('empty.html'), await ours.open('welcome.html')] as const
        const times = { bare: [] as number[], cold: [] as number[], warm: [] as number[] }
        for (let round = 0; round <= count; round += 1) {
          times.bare.push(await coldAnswer(bare, pages[0]))
          times.cold.push(await coldAnswer(ours, pages[1]))
          times.warm.push((await ask(pages[1], 'settings.get', {})).tookMs)
        }
        for (const samples of Object.values(times)) samples.shift()
        return [
          { what: 'worker ended -> first answer (settings.get)', unit: 'ms', samples: times.cold, target: '<= 1.25x bare listener (P9)' },
          { what: '  bare listener beside it (limit)', unit: 'ms', samples: times.bare, target: '-' },
          { what: '  warm answer', unit: 'ms', samples: times.warm, target: '-' },
        ]
      }),
    )
  } finally {
    yardstick.remove()
  }
}
