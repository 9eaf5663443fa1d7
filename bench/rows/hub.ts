// The hub by itself: how soon it is ready, how many escalations a team gets through its real API, what an idle live socket weighs.
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { WebSocket } from 'ws'
import { type HubProcess, makeDataDir, startHub } from '../../hub/testing/hub-process.ts'
import { livePath } from '../../lib/schema/routes.ts'
import { type Burst, burst } from '../burst.ts'
import { type BenchTeam, callerOf, escalationContent, joinAgents } from '../hub-callers.ts'
import { startInspectedHub } from '../inspected-hub.ts'
import { openPlainSql } from '../plain-sql.ts'
import { medianOf, type Row } from '../row.ts'

const firstStarts = 2
const laterStarts = 3
const clients = [1, 32]
const burstMs = 1000
const burstRounds = 3
const socketCount = 200
const socketRounds = 3

export async function measure(): Promise<Row[]> {
  const ready = await readyRows()
  const inspected = await startInspectedHub()
  try {
    const team = await joinAgents(inspected.hub, Math.max(...clients))
    const sockets = await socketRows(inspected, team)
    const rates: Row[] = []
    for (const count of clients) rates.push(...(await rateRows(inspected.hub, team, count)))
    return [...ready, ...rates, ...sockets]
  } finally {
    await inspected.stop()
  }
}

async function readyRows(): Promise<Row[]> {
  const first: number[] = []
  const later: number[] = []
  const timed = async (dataDir: string) => {
    const start = performance.now()
    const hub = await startHub({ dataDir })
    const took = performance.now() - start
    await hub.stop()
    return took
  }
  for (let round = 0; round < firstStarts; round += 1) {
    const dataDir = await makeDataDir()
    try {
      first.push(await timed(dataDir))
      const again = round === firstStarts - 1 ? laterStarts : 0
      for (let start = 0; start < again; start += 1) later.push(await timed(dataDir))
    } finally {
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
    }
  }
  return [
    { what: 'hub ready, first start', unit: 'ms', samples: first, target: '<= 1,500 ms (P15)', note: 'makes the database; from the spawn to its line' },
    { what: 'hub ready, later start', unit: 'ms', samples: later, target: '<= 800 ms (P15)' },
  ]
}

/** Bursts of the hub and of its limit take turns, so that a slow second hits both. */
async function rateRows(hub: HubProcess, team: BenchTeam, count: number): Promise<Row[]> {
  const who = count === 1 ? '1 client' : `${count} clients`
  const plain = await openPlainSql(hub)
  try {
    const callers = team.tokens.slice(0, count).map((token) => callerOf(hub, token))
    const clients = callers.map((call) => () => call('escalate', { request: escalationContent() }))
    const limit: Burst[] = []
    const real: Burst[] = []
    for (let round = 0; round < burstRounds; round += 1) {
      limit.push(await burst(Array(count).fill(plain.escalate), burstMs))
      real.push(await burst(clients, burstMs))
    }
    const rates = (bursts: Burst[]) => bursts.map(({ perSecond }) => perSecond)
    const faults = (bursts: Burst[]) => bursts.reduce((sum, burst) => sum + burst.faults, 0)
    const tookMs = real.flatMap((burst) => burst.tookMs)
    const ratio = (medianOf(rates(real)) / medianOf(rates(limit))).toFixed(2)
    const note = `${ratio}x the plain SQL; ${tookMs.length} answered, ${faults(real)} errors; callers and hub share the machine`
    return [
      { what: `escalations per second, one team, ${who}`, unit: '/s', samples: rates(real), target: '>= 0.75x plain SQL, 0 errors (P13)', note },
      { what: `  the time of one, ${who}`, unit: 'ms', samples: tookMs, target: '-' },
      { what: `  same transaction in plain SQL (limit), ${who}`, unit: '/s', samples: rates(limit), target: '-', note: `${faults(limit)} errors` },
    ]
  } finally {
    await plain.close()
  }
}

async function socketRows({ hub, memory }: Awaited<ReturnType<typeof startInspectedHub>>, team: BenchTeam): Promise<Row[]> {
  const held: number[] = []
  const resident: number[] = []
  for (let round = 0; round <= socketRounds; round += 1) {
    const before = await memory()
    const sockets = await Promise.all(Array.from({ length: socketCount }, (_, at) => openIdle(hub.url, team.tokens[at % team.tokens.length]!, team.cursor)))
    const after = await memory()
    await Promise.all(sockets.map(hangUp))
    held.push((after.heldBytes - before.heldBytes) / socketCount / 1000)
    resident.push((after.residentBytes - before.residentBytes) / socketCount / 1000)
  }
  // The first round warms the hub's code up, and is the only one whose pages the process did not have yet.
  const [cold] = resident
  const note = `reachable memory after collection; resident memory in the first, cold round: ${cold!.toFixed(1)} kB a socket`
  return [{ what: `memory per idle live socket, at ${socketCount}`, unit: 'kB', samples: held.slice(1), target: '<= 12 kB (P15)', note }]
}

/** Greeted and caught up: the hub answers the hello with a ping. */
async function openIdle(hubUrl: string, token: string, cursor: number): Promise<WebSocket> {
  const socket = new WebSocket(`${hubUrl.replace('http', 'ws')}${livePath}`, { perMessageDeflate: false })
  await once(socket, 'open')
  socket.send(JSON.stringify({ type: 'hello', protocol: 1, token, cursor }))
  await once(socket, 'message')
  return socket
}

async function hangUp(socket: WebSocket): Promise<void> {
  socket.close()
  await once(socket, 'close')
}
