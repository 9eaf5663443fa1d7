// Claims about the process: how it starts, what it prints, how it goes down, what survives a kill.
import { readFile, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { dataFolderAt } from '../../hub/embedded/data-folder.ts'
import { type HubDied, type HubProcess, type HubStart, makeDataDir, startHub } from '../../hub/testing/hub-process.ts'
import { callerOf } from './api.ts'
import { freshTeam } from './claims/under-test.ts'
import { content } from './contents.ts'
import { openLive } from './live-client.ts'

const running: HubProcess[] = []
const folders: string[] = []
async function start(options: HubStart): Promise<HubProcess> {
  const hub = await startHub(options)
  running.push(hub)
  return hub
}
/** Nothing is in it, not even a database. */
async function emptyFolder(): Promise<string> {
  const dir = await makeDataDir()
  folders.push(dir)
  return dir
}
/** Where any folder will do: the same one, whose database is made once. */
let usual: string
beforeAll(async () => {
  usual = await makeDataDir()
})
afterAll(() => rm(usual, { recursive: true, force: true }))
afterEach(async () => {
  for (const hub of running.splice(0)) await hub.stop()
  for (const dir of folders.splice(0)) await rm(dir, { recursive: true, force: true })
})
const death = (options: HubStart) =>
  startHub(options).then(
    async (hub) => {
      await hub.stop()
      throw new Error('it started')
    },
    (error: HubDied) => error,
  )

describe('a hub process', () => {
  it('prints exactly one line, and SIGTERM closes its sockets and ends it with 0', async () => {
    const hub = await start({ dataDir: usual })
    const team = await freshTeam(hub)
    const { cursor } = await team.agent.ok('snapshot')
    const socket = openLive(hub.url, team.agent.token ?? '', cursor)
    await socket.until(({ frames }) => frames.length > 0)
    expect(await hub.stop()).toBe(0)
    expect(await socket.closed).toBe(1012)
    expect(hub.output.stdout).toEqual([`Handrail hub listening on ${hub.url}`])
    expect(hub.output.stderr).not.toMatch(/Agent|demo-desk/)
  })

  it('says on stderr where its data is and whose hub it is, or how to make a team', async () => {
    const dataDir = await emptyFolder()
    const hub = await start({ dataDir })
    const made = await freshTeam(hub)
    expect(await hub.stop()).toBe(0)
    expect(hub.output.stderr).toContain(`There is no team in ${dataDir} yet: npm run handrail -- init --data ${dataDir} --team NAME\n`)
    const again = await start({ dataDir })
    const { team } = await callerOf(again.url, made.agent.token).ok('session')
    expect(await again.stop()).toBe(0)
    expect(again.output.stderr).toContain(`The data is in ${dataDir}. Team: "${team.name}".\n`)
  })

  it('finishes requests that it took before it goes down', async () => {
    const hub = await start({ dataDir: usual })
    const team = await freshTeam(hub)
    const sent = Array.from({ length: 30 }, () => content())
    const answers = sent.map((request) => team.agent.raw('escalate', { request }).catch(() => null))
    await answers[0]
    expect(await hub.stop()).toBe(0)
    const statuses = (await Promise.all(answers)).map((answer) => answer?.status ?? null)
    const again = await start({ dataDir: usual })
    const { escalations } = await callerOf(again.url, team.lead.token).ok('snapshot')
    const kept = new Set(escalations.map(({ content: { id } }) => id))
    expect(statuses.filter((status) => status !== 200 && status !== null)).toEqual([])
    expect(sent.filter(({ id }, index) => statuses[index] === 200 && !kept.has(id))).toEqual([])
  })

  it('after kill -9 the next start adopts the orphaned server and nothing acknowledged is lost', async () => {
    const dataDir = usual
    const hub = await start({ dataDir })
    const team = await freshTeam(hub)
    const acknowledged: string[] = []
    const writers = Array.from({ length: 8 }, async () => {
      for (;;) {
        const request = content()
        const answer = await team.agent.raw('escalate', { request }).catch(() => null)
        if (answer?.status !== 200) return
        if (acknowledged.push(request.id) === 60) await hub.kill()
      }
    })
    await Promise.all(writers)
    const before = await readFile(`${dataFolderAt(dataDir).cluster}/postmaster.pid`, 'utf8')
    const again = await start({ dataDir })
    expect(await readFile(`${dataFolderAt(dataDir).cluster}/postmaster.pid`, 'utf8')).toBe(before)
    const { escalations } = await callerOf(again.url, team.lead.token).ok('snapshot')
    const kept = new Set(escalations.map(({ content: { id } }) => id))
    expect(acknowledged.length).toBeGreaterThanOrEqual(60)
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
  })

  it('a second hub on the same folder is refused and told who holds it', async () => {
    const hub = await start({ dataDir: usual })
    const second = await death({ dataDir: usual })
    expect(second.exitCode).toBe(1)
    expect(second.stderr).toContain(`in use by the hub at ${hub.url} (process ${hub.pid})`)
    expect(second.stderr.split('\n')).toHaveLength(1)
    expect((await fetch(`${hub.url}/healthz`)).status).toBe(200)
  })

  it('a taken port gets one sentence and leaves no server and no new folder behind', async () => {
    const dataDir = usual
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => taken.once('listening', resolve))
    const { port } = taken.address() as { port: number }
    const died = await death({ dataDir, port })
    const fresh = await death({ dataDir: join(dataDir, 'fresh'), port })
    taken.close()
    expect(died.exitCode).toBe(1)
    expect(died.stderr).toBe(`Port ${port} on 127.0.0.1 is taken by another program. Choose another one with --port, or 0 for any free one.`)
    await expect(readFile(`${dataFolderAt(dataDir).cluster}/postmaster.pid`)).rejects.toThrow()
    expect(fresh.stderr).toBe(died.stderr)
    await expect(stat(join(dataDir, 'fresh'))).rejects.toThrow()
  })

  it('a database that cannot be reached gets one sentence without its password', async () => {
    const died = await death({ databaseUrl: 'postgresql://someone:very-secret@127.0.0.1:9/handrail' })
    expect(died.exitCode).toBe(1)
    expect(died.stderr).toMatch(/^The PostgreSQL server named in DATABASE_URL cannot be reached/)
    expect(died.stderr).not.toContain('very-secret')
  })

  it('the password of the embedded server is readable by its owner only', async () => {
    const hub = await start({ dataDir: usual })
    expect((await stat(dataFolderAt(hub.dataDir ?? '').access)).mode & 0o777).toBe(0o600)
  })
})
