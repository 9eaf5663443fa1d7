// From the lead's Publish to the agent's open panel, with two real browsers and a real hub.
import { openRail } from '../../demo/stage/rail.ts'
import { openConsole } from '../../demo/tour/cast.ts'
import { ask } from '../ask.ts'
import { withTeam } from '../cast.ts'
import type { Row } from '../row.ts'
import { hearChanges, watchFor } from '../sight.ts'

const count = 5
const id = 'counterfeit-listing'
const title = 'Counterfeit listing'

export function measure(): Promise<Row[]> {
  return withTeam(async ({ company, agent, lead }) => {
    const times = { toPanel: [] as number[], toAnswer: [] as number[], toWorker: [] as number[] }
    const desk = await openConsole(lead, '/playbooks')
    const page = await agent.context.newPage()
    await page.goto(`${company.deskUrl}/tickets/1042`)
    const rail = await openRail(page)
    await rail.getByText('Shown because Category is Counterfeit').waitFor()
    const libraryMoved = await hearChanges(rail, 'library')
    let current = (await ask(desk, 'playbook.get', { id, version: null })).value
    for (let sample = 0; sample < count; sample += 1) {
      const next = `${title}, bench ${sample + 1}`
      const markdown = current.markdown.replace(/^title: .*$/m, `title: ${JSON.stringify(next)}`)
      const shown = await watchFor(rail, { selector: 'body', text: next })
      const { askedAt, tookMs, value } = await ask(desk, 'playbook.publish', { id, markdown, note: 'For the bench', base: current.version })
      current = value
      times.toPanel.push((await shown()) - askedAt)
      times.toAnswer.push(tookMs)
      times.toWorker.push((await libraryMoved(askedAt)) - askedAt)
    }
    return [
      { what: "lead's Publish -> agent's panel shows it", unit: 'ms', samples: times.toPanel, target: '1,000 ms (issue 2); p50 200 ms (P12)' },
      { what: "  Publish -> agent's worker has it", unit: 'ms', samples: times.toWorker, target: '-' },
      { what: "  Publish -> answer in the lead's console", unit: 'ms', samples: times.toAnswer, target: '-' },
    ]
  })
}
