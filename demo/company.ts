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
  /** Of the team's first administrator. */
  adminToken: string
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
  /** An empty database on a server that is there, instead of the hub's own. */
  databaseUrl?: string
  /** The team and its library are in that database already. */
  adminToken?: string
  /** False: a team without a single playbook, as on the first day. */
  withLibrary?: boolean
}

export async function startCompany(options: CompanyOptions = {}): Promise<Company> {
  const undo: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const step of undo.toReversed()) await step()
  }
  try {
    const data = options.databaseUrl ? { databaseUrl: options.databaseUrl } : { dataDir: await makeDataDir() }
    undo.push(async () => data.dataDir && rm(data.dataDir, { recursive: true, force: true, maxRetries: 5 }))
    let hub = await startHub({ ...data, port: options.hubPort ?? 0 })
    undo.push(() => hub.stop())
    const desk = await startDesk({ port: options.deskPort ?? 0 })
    undo.push(() => desk.stop())
    const adminToken = options.adminToken ?? (await foundTeam(hub, options))
    const asAdmin = createClient({ hubUrl: hub.url, token: adminToken, fetch, now: Date.now, random: randomBytes })
    return {
      hub,
      deskUrl: desk.url,
      adminToken,
      invite: async (role) => (await asAdmin('invite', { request: { role } })).code,
      async pause() {
        await hub.stop()
      },
      async resume() {
        hub = await startHub({ ...data, port: Number(new URL(hub.url).port) })
      },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Answers the token of the first administrator. */
async function foundTeam({ url, databaseUrl }: HubProcess, { teamName, withLibrary = true }: CompanyOptions): Promise<string> {
  const adminInvite = await makeAdminInvite(databaseUrl, teamName ?? 'Lumo Trust and Safety')
  const playbooksDir = withLibrary ? fileURLToPath(new URL('../playbooks', import.meta.url)) : null
  const { Admin } = await seedTeam({ hubUrl: url, adminInvite, playbooksDir, members: [] })
  if (!Admin) throw new Error('The first administrator did not join.')
  return Admin.token
}
