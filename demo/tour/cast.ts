// Who plays: an agent and a lead, each with a browser and a profile of their own, on one company.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { type Company, startCompany } from '../company.ts'
import { joinTeam } from '../people.ts'
import { launchStage, type Stage } from '../stage/extension.ts'

export interface Cast {
  company: Company
  agent: Stage
  lead: Stage
  /** Closes the agent's browser and starts it again with the same profile, as after a restart of the machine. */
  restartAgent(): Promise<Stage>
  stop(): Promise<void>
}

export interface CastOptions {
  headless: boolean
  deskPort?: number
  hubPort?: number
  colorScheme?: 'light' | 'dark'
}

export async function gatherCast({ headless, deskPort, hubPort, colorScheme = 'light' }: CastOptions): Promise<Cast> {
  const profiles = mkdtempSync(join(tmpdir(), 'handrail-tour-'))
  const company = await startCompany({ deskPort, hubPort })
  const open: Stage[] = []
  const launch = async (who: string, x: number) => {
    const stage = await launchStage({ profileDir: join(profiles, who), headless, colorScheme, size: { width: 1280, height: 900 }, position: { x, y: 0 } })
    open.push(stage)
    return stage
  }
  const stop = async () => {
    await Promise.allSettled(open.map((stage) => stage.close()))
    await company.stop()
    rmSync(profiles, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const cast: Cast = {
      company,
      agent: await launch('agent', 0),
      lead: await launch('lead', 640),
      async restartAgent() {
        await cast.agent.close()
        cast.agent = await launch('agent', 0)
        return cast.agent
      },
      stop,
    }
    return cast
  } catch (error) {
    await stop()
    throw error
  }
}

export async function joinAs(stage: Stage, company: Company, role: 'agent' | 'lead', name: string): Promise<void> {
  await joinTeam(stage, { hubUrl: company.hub.url, code: await company.invite(role), name })
}

/** The console with one of its places open. */
export async function openConsole(stage: Stage, place = '/inbox'): Promise<Page> {
  return stage.open(`console.html#${place}`)
}
