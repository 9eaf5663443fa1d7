// A team on a real hub with the demo desk, and a browser for everyone who joins: one per test file, gone with it.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Company, type CompanyOptions, startCompany } from '../../demo/company.ts'
import { enableSite, joinTeam } from '../../demo/people.ts'
import { launchStage, type Stage } from '../../demo/stage/extension.ts'
import { type Client, createClient } from '../../hub/client.ts'
import type { Role } from '../../lib/schema/member.ts'
import { copyOf, freshDatabase, madeOnce } from '../database.ts'

type TeamOptions = Pick<CompanyOptions, 'withLibrary'>
type StageOptions = Omit<Parameters<typeof launchStage>[0], 'profileDir'>

export interface Team {
  company: Company
  /** A browser with a fresh profile in which nobody has joined. */
  visitor(options?: StageOptions): Promise<Stage>
  /** A browser whose person is in the team; agents have the demo desk enabled. */
  member(name: string, role: Role, options?: StageOptions): Promise<Stage>
  /** The hub as a member sees it through its API, without a browser. */
  caller(name: string, role: Role): Promise<Client>
  /** The profile of a stage, to start the same browser once more. */
  profileOf(stage: Stage): string
  restart(stage: Stage, options?: StageOptions): Promise<Stage>
  stop(): Promise<void>
}

/** HANDRAIL_SHOTS names a folder: every page as it stood at the end, for whoever looks for the reason of a failure. */
async function picture(stages: Stage[]): Promise<void> {
  const folder = process.env.HANDRAIL_SHOTS
  if (!folder) return
  for (const [at, { context }] of stages.entries()) {
    for (const [index, page] of context.pages().entries()) await page.screenshot({ path: join(folder, `${at}-${index}.png`) }).catch(() => undefined)
  }
}

const means = { fetch, now: Date.now, random: randomBytes }

/** The library is published once for all files; each has a copy of it, and a hub of its own. */
async function openCompany({ withLibrary = true }: TeamOptions): Promise<Company> {
  if (!withLibrary) return startCompany({ databaseUrl: await freshDatabase(), withLibrary })
  const library = await madeOnce('library', async () => {
    const databaseUrl = await freshDatabase()
    const company = await startCompany({ databaseUrl })
    await company.stop()
    return JSON.stringify({ databaseUrl, adminToken: company.adminToken })
  })
  const { databaseUrl, adminToken } = JSON.parse(library) as { databaseUrl: string; adminToken: string }
  return startCompany({ databaseUrl: await copyOf(databaseUrl), adminToken })
}

export async function openTeam(options: TeamOptions = {}): Promise<Team> {
  const company = await openCompany(options)
  const stages = new Map<Stage, string>()

  async function launch(profileDir: string, stageOptions: StageOptions): Promise<Stage> {
    const stage = await launchStage({ ...stageOptions, profileDir })
    stages.set(stage, profileDir)
    return stage
  }
  const visitor = (stageOptions: StageOptions = {}) => launch(mkdtempSync(join(tmpdir(), 'handrail-profile-')), stageOptions)
  const profileOf = (stage: Stage) => stages.get(stage) as string

  return {
    company,
    visitor,
    profileOf,
    async member(name, role, stageOptions) {
      const stage = await visitor(stageOptions)
      await joinTeam(stage, { hubUrl: company.hub.url, code: await company.invite(role), name })
      if (role === 'agent') await enableSite(stage, company.deskUrl)
      return stage
    },
    async caller(name, role) {
      const hubUrl = company.hub.url
      const request = { invite: await company.invite(role), name, device: 'no browser' }
      const { token } = await createClient({ hubUrl, token: null, ...means })('join', { request })
      return createClient({ hubUrl, token, ...means })
    },
    async restart(stage, stageOptions = {}) {
      await stage.close()
      return launch(profileOf(stage), stageOptions)
    },
    async stop() {
      await picture([...stages.keys()])
      await Promise.all([...stages.keys()].map((stage) => stage.close().catch(() => undefined)))
      try {
        await company.stop()
      } finally {
        for (const profileDir of new Set(stages.values())) rmSync(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
      }
    },
  }
}
