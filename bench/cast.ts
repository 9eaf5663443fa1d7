// Who takes part in a measurement: a company with one agent, or with an agent and a lead, signed in as people are. Gone afterwards.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Company, startCompany } from '../demo/company.ts'
import { enableSite, joinTeam } from '../demo/people.ts'
import { launchStage, type Stage } from '../demo/stage/extension.ts'
import { type Cast, gatherCast, joinAs } from '../demo/tour/cast.ts'

/** Mira with the demo desk enabled and Lea, each with a browser of her own. */
export async function withTeam<T>(work: (cast: Cast) => Promise<T>): Promise<T> {
  const cast = await gatherCast({ headless: true })
  try {
    await joinAs(cast.agent, cast.company, 'agent', 'Mira')
    await enableSite(cast.agent, cast.company.deskUrl)
    await joinAs(cast.lead, cast.company, 'lead', 'Lea')
    return await work(cast)
  } finally {
    await cast.stop()
  }
}

export async function withAgent<T>(work: (scene: { company: Company; agent: Stage }) => Promise<T>): Promise<T> {
  const company = await startCompany()
  try {
    return await withStage(undefined, async (agent) => {
      await joinTeam(agent, { hubUrl: company.hub.url, code: await company.invite('agent'), name: 'Mira' })
      await enableSite(agent, company.deskUrl)
      return work({ company, agent })
    })
  } finally {
    await company.stop()
  }
}

/** A browser with a fresh profile and one extension; without a folder, ours. */
export async function withStage<T>(extensionDir: string | undefined, work: (stage: Stage) => Promise<T>): Promise<T> {
  const profileDir = mkdtempSync(join(tmpdir(), 'handrail-bench-profile-'))
  try {
    const stage = await launchStage({ profileDir, extensionDir })
    try {
      return await work(stage)
    } finally {
      await stage.close()
    }
  } finally {
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}
