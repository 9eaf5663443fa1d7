// The whole of a small company on this machine: a hub with a team and the starter library, and the demo desk. Nothing stays behind.

import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { createClient } from '../hub/client.ts'
import { seedTeam } from '../hub/seed.ts'
import { type HubProcess, makeDataDir, startHub } from '../hub/testing/hub-process.ts'
import { makeAdminInvite } from '../hub/testing/make-team.ts'
import type { Role } from '../lib/schema/member.ts'
import { startDesk } from './desk/server.ts'

/** The port that the starter library's site profile names. */
export const deskPort = 4310

export interface Company {
  hub: HubProcess
  deskUrl: string
  /** A fresh invite, as an administrator makes it. */
  invite(role: Role): Promise<string>
  /** The hub goes away, as in a power cut at the office, and comes back on the same address with all that it had. */
  pause(): Promise<void>
  resume(): Promise<void>
  stop(): Promise<void>
}

export interface CompanyOptions {
  teamName?: string
  /** 0 takes any free port; the site profile fits any port on loopback. */
  deskPort?: number
  hubPort?: number
  /** False: a team without a single playbook, as on the first day. */
  withLibrary?: boolean
}

export async function startCompany(options: CompanyOptions = {}): Promise<Company> {
  const dataDir = await makeDataDir()
  const undo: (() => Promise<unknown>)[] = [() => rm(dataDir, { recursive: true, force: true, maxRetries: 5 })]
  const stop = async () => {
    for (const step of undo.toReversed()) await step()
  }
  try {
    let hub = await startHub({ dataDir, port: options.hubPort ?? 0 })
    undo.push(() => hub.stop())
    const desk = await startDesk({ port: options.deskPort ?? 0 })
    undo.push(() => desk.stop())
    const adminInvite = await makeAdminInvite(hub.databaseUrl, options.teamName ?? 'Lumo Trust and Safety')
    const playbooksDir = options.withLibrary === false ? null : fileURLToPath(new URL('../playbooks', import.meta.url))
    const { Admin } = await seedTeam({ hubUrl: hub.url, adminInvite, playbooksDir, members: [] })
    const asAdmin = createClient({ hubUrl: hub.url, token: Admin?.token ?? null, fetch, now: Date.now, random: randomBytes })
    return {
      hub,
      deskUrl: desk.url,
      invite: async (role) => (await asAdmin('invite', { request: { role } })).code,
      async pause() {
        await hub.stop()
      },
      async resume() {
        hub = await startHub({ dataDir, port: Number(new URL(hub.url).port) })
      },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
