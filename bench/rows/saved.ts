// Until the agent may read "saved": the panel's question to the answer after record and outbox row are committed together.
import { openRail } from '../../demo/stage/rail.ts'
import { ask } from '../ask.ts'
import { withAgent } from '../cast.ts'
import type { Row } from '../row.ts'

const count = 20

export function measure(): Promise<Row[]> {
  return withAgent(async ({ company, agent }) => {
    const page = await agent.context.newPage()
    await page.goto(`${company.deskUrl}/tickets/1042`)
    const rail = await openRail(page)
    const { value: view } = await ask(rail, 'case.get', { tabId: null })
    const escalate = (at: number) =>
      ask(rail, 'escalation.create', { tabId: null, caseKey: view.context.key, note: `Sample ${at}`, severity: 'S3', queue: 'leads', runId: null })
    await escalate(-1)
    const samples: number[] = []
    const floor: number[] = []
    for (let sample = 0; sample < count; sample += 1) {
      floor.push((await ask(rail, 'settings.get', {})).tookMs)
      samples.push((await escalate(sample)).tookMs)
    }
    return [
      {
        what: 'escalation.create, asked -> saved',
        unit: 'ms',
        samples,
        target: 'p95 <= 40 ms (P11)',
        note: 'reads the case from the page again, masks, commits, answers',
      },
      { what: 'a warm question (settings.get) beside it', unit: 'ms', samples: floor, target: '-' },
    ]
  })
}
