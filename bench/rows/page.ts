// What the rail costs a page that nobody has clicked on: bytes, script time, heap and layout shift, with it minus without it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { BrowserContext } from 'playwright-core'
import { enableSite } from '../../demo/people.ts'
import { buildDir } from '../../demo/stage/extension.ts'
import { serveBlankPage } from '../blank-page.ts'
import { withAgent } from '../cast.ts'
import { costOf, type PageCost } from '../page-cost.ts'
import { withPlainBrowser } from '../plain-browser.ts'
import { medianOf, type Row, written } from '../row.ts'

const count = 8

interface Pair {
  without: PageCost
  with: PageCost
}

/** Interleaved, the order turned round each time; the first pair warms both browsers up and is dropped. */
async function pairsOf(without: BrowserContext, withRail: BrowserContext, url: string): Promise<Pair[]> {
  const pairs: Pair[] = []
  for (let round = 0; round <= count; round += 1) {
    const first = await costOf(round % 2 ? without : withRail, url)
    const second = await costOf(round % 2 ? withRail : without, url)
    pairs.push(round % 2 ? { without: first, with: second } : { without: second, with: first })
  }
  return pairs.slice(1)
}

function rowOf(what: string, unit: string, target: string, pairs: Pair[], of: (cost: PageCost) => number): Row {
  const plain = medianOf(pairs.map(({ without }) => of(without)))
  const railed = medianOf(pairs.map(({ with: cost }) => of(cost)))
  const samples = pairs.map((pair) => of(pair.with) - of(pair.without))
  return { what, unit, samples, target, note: `without ${written(plain, unit)}, with ${written(railed, unit)}` }
}

function bytesRows(): Row[] {
  const page = readFileSync(join(buildDir, 'page.js'))
  const tools = readFileSync(join(buildDir, 'page-tools.js'))
  const size = (what: string, bytes: number, target: string): Row => ({ what, unit: 'kB', samples: [bytes / 1000], target })
  return [
    size('bytes injected, raw', page.length, '<= 6 kB (P1); 15 kB at most'),
    size('bytes injected, brotli', brotliCompressSync(page).length, '<= 2.5 kB (P1)'),
    size('bytes on intent (hover, focus, click), raw', tools.length, '-'),
  ]
}

function costRows(name: string, scriptTarget: string, pairs: Pair[]): Row[] {
  return [
    rowOf(`${name}: script at load, added`, 'ms', scriptTarget, pairs, ({ scriptMs }) => scriptMs),
    rowOf(`${name}: JS heap, added`, 'MB', '<= 0.32 MB (P3)', pairs, ({ heapMb }) => heapMb),
    rowOf(`${name}: layout shift, added`, '', '0 (issue 2)', pairs, ({ shift }) => shift),
  ]
}

export function measure(): Promise<Row[]> {
  return withAgent(({ company, agent }) =>
    withPlainBrowser(async (plain) => {
      const blank = await serveBlankPage()
      try {
        await enableSite(agent, blank.url)
        const onTicket = await pairsOf(plain, agent.context, `${company.deskUrl}/tickets/1042`)
        const onBlank = await pairsOf(plain, agent.context, `${blank.url}/`)
        return [
          ...bytesRows(),
          ...costRows('ticket page', 'no peer in this run yet (P2)', onTicket),
          ...costRows('blank page', '<= 2.5 ms with matching (P2)', onBlank),
        ]
      } finally {
        await blank.stop()
      }
    }),
  )
}
