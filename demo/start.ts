// `npm start`: a hub with a team, the demo desk, and two browser windows, an agent's and a lead's, signed in and ready to try.
// Where there is no display it takes the tour instead. Ctrl-C ends everything and leaves nothing behind.
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { buildExtension } from './build.ts'
import { deskPort } from './company.ts'
import { enableSite } from './people.ts'
import type { Stage } from './stage/extension.ts'
import { type Cast, gatherCast, joinAs, openConsole } from './tour/cast.ts'

const { values } = parseArgs({ options: { 'desk-port': { type: 'string', default: String(deskPort) }, 'hub-port': { type: 'string', default: '7417' } } })
const ports = { desk: Number(values['desk-port']), hub: Number(values['hub-port']) }

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** A sentence for a port that another program holds; null when it is free. */
function whyTaken(port: number, what: string, flag: string): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer()
      .once('error', () =>
        resolve(`Port ${port} is taken, and ${what} wants it: end the other program, or start with npm start -- ${flag} 0 for any free port.`),
      )
      .listen(port, '127.0.0.1', () => probe.close(() => resolve(null)))
  })
}

async function start(): Promise<void> {
  for (const problem of [await whyTaken(ports.desk, 'the demo desk', '--desk-port'), await whyTaken(ports.hub, 'the hub', '--hub-port')]) {
    if (problem) throw new Error(problem)
  }
  console.log('Building the extension.')
  buildExtension()
  console.log('Starting the hub, the demo desk and two browsers.')
  const cast = await gatherCast({ headless: false, deskPort: ports.desk, hubPort: ports.hub })
  endTogether(cast)
  await prepare(cast)
  console.log(`
Ready. Two windows are open:
  Mira, an agent, on a ticket of the demo desk   ${cast.company.deskUrl}/tickets/1042
  Lea, a lead, in her console

Try this: click the teal tab at the right edge of Mira's page, work the playbook, press Escalate, and watch Lea's inbox.
The hub is at ${cast.company.hub.url}. Ctrl-C ends everything.`)
}

async function prepare(cast: Cast): Promise<void> {
  const { company, agent, lead } = cast
  await joinAs(agent, company, 'agent', 'Mira')
  await enableSite(agent, company.deskUrl)
  await joinAs(lead, company, 'lead', 'Lea')
  await enableSite(lead, company.deskUrl)
  await leaveOnly(lead, await openConsole(lead))
  const ticket = await agent.context.newPage()
  await ticket.goto(`${company.deskUrl}/tickets/1042`)
  await leaveOnly(agent, ticket)
}

/** Closes what the browser opened by itself: an empty tab, and the welcome page of a fresh installation. */
async function leaveOnly({ context }: Stage, wanted: Page): Promise<void> {
  for (const page of context.pages()) if (page !== wanted) await page.close()
}

/** Whoever ends this ends the tour, which clears up after itself. */
function takeTour(): Promise<number> {
  const tour = spawn(process.execPath, ['demo/tour.ts'], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => tour.kill(signal))
  return new Promise((resolve) => tour.once('exit', (code) => resolve(code ?? 1)))
}

/** Ctrl-C, or both windows closed: the browsers, the desk, the hub and their folders go. */
function endTogether(cast: Cast): void {
  let isEnding = false
  const end = async (code: number) => {
    if (isEnding) return
    isEnding = true
    console.log('Ending.')
    await cast.stop()
    process.exit(code)
  }
  process.on('SIGINT', () => void end(0))
  process.on('SIGTERM', () => void end(0))
  let open = 2
  for (const { context } of [cast.agent, cast.lead]) context.on('close', () => --open === 0 && void end(0))
}

try {
  if (hasDisplay) await start()
  else {
    console.log('There is no display here, so this is the tour instead of two windows. npm run tour runs it anywhere.')
    process.exitCode = await takeTour()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
