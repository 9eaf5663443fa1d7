// Joining and leaving the team, and what this device is called there.
import { getSession } from '../../../lib/db/session.ts'
import type { SessionView } from '../../../lib/schema/views.ts'
import { joinTeam, leaveTeam } from '../../../lib/sync/join.ts'
import { readPolicy } from '../managed.ts'
import { Refusal } from '../refusal.ts'
import type { Handlers } from '../router.ts'
import { statusOf } from '../status.ts'
import type { Worker } from '../worker.ts'

export function sessionHandlers(worker: Worker): Pick<Handlers, `session.${'get' | 'join' | 'leave'}`> {
  const { browser, database, announce } = worker

  /** Never joined: the address that policy names, so that nobody has to type it. */
  async function view(): Promise<SessionView> {
    const session = await database.use(getSession)
    if (!session) return { state: 'none', hubUrl: (await readPolicy(browser)).hubUrl ?? null, member: null, team: null }
    return { state: session.state, hubUrl: session.hubUrl, member: session.member, team: session.team }
  }

  async function deviceLabel(): Promise<string> {
    const { os } = await browser.runtime.getPlatformInfo()
    return `${worker.surfaces.isFirefox ? 'Firefox' : 'Chromium'} on ${os}`
  }

  return {
    'session.get': view,
    async 'session.join'({ hubUrl, invite, name }) {
      await joinTeam(worker.sync, { hubUrl, invite, name, device: await deviceLabel() })
      // A step that waits for a picture waits for the member who asked.
      await worker.pictures.done()
      announce(['session', 'library', 'inbox', 'escalations', 'status', 'team'])
      void worker.loop.wake()
      return view()
    },
    async 'session.leave'({ force }) {
      const { queued, refused } = await statusOf(worker)
      const unsent = queued + refused
      if (unsent > 0 && !force) {
        const count = `${unsent} ${unsent === 1 ? 'item has' : 'items have'}`
        throw new Refusal('conflict', `${count} not been sent. They stay on this device and go out when you sign in again. Export them, or sign out anyway.`)
      }
      // First, or the hub's closing of the socket would be taken for a revoked token.
      worker.live.stop()
      await leaveTeam(worker.sync)
      await worker.pictures.done()
      announce(['session', 'status', 'inbox', 'escalations'])
      return view()
    },
  }
}
