// From the agent's release to the lead's eyes, with two real browsers and a real hub, and what the agent sees at the click.
import { openRail, pressGuarded } from '../../demo/stage/rail.ts'
import { openConsole } from '../../demo/tour/cast.ts'
import { ask } from '../ask.ts'
import { withTeam } from '../cast.ts'
import type { Row } from '../row.ts'
import { hearChanges, watchClick, watchFor } from '../sight.ts'

const firstTicket = 1042
const count = 5
const inboxRow = 'a[href*="/inbox/"]'

export function measure(): Promise<Row[]> {
  return withTeam(async ({ company, agent, lead }) => {
    const times = { toScreen: [] as number[], toHub: [] as number[], toWorker: [] as number[], toDrawn: [] as number[], toSaved: [] as number[] }
    const desk = await openConsole(lead)
    await desk.getByRole('link', { name: /^Inbox/ }).waitFor()
    const inboxMoved = await hearChanges(desk, 'inbox')
    const page = await agent.context.newPage()
    for (let sample = 0; sample < count; sample += 1) {
      await page.goto(`${company.deskUrl}/tickets/${firstTicket + sample}`)
      const rail = await openRail(page)
      const clicked = await watchClick(rail, 'Escalate')
      const saved = await watchFor(rail, { selector: 'body', text: 'Saved on this device' })
      const shown = await watchFor(desk, { selector: inboxRow, count: sample + 1 })
      await pressGuarded(rail.getByRole('button', { name: 'Escalate', exact: true }).first())
      times.toSaved.push((await saved()) - (await clicked()))
      const [own] = (await ask(rail, 'escalation.list', {})).value
      const shownAt = await shown()
      const record = (await ask(desk, 'inbox.list', {})).value.find(({ content }) => content.id === own?.id)
      if (!own || !record) throw new Error('the row that appeared is not the one that was sent')
      const heardAt = await inboxMoved(own.sendAfter)
      times.toScreen.push(shownAt - own.sendAfter)
      times.toHub.push(record.receivedAt - own.sendAfter)
      times.toWorker.push(heardAt - record.receivedAt)
      times.toDrawn.push(shownAt - heardAt)
    }
    return [
      { what: "release -> row in the lead's console", unit: 'ms', samples: times.toScreen, target: '1,000 ms (issue 2)' },
      { what: '  release -> hub received', unit: 'ms', samples: times.toHub, target: '-' },
      { what: "  hub received -> lead's worker has it", unit: 'ms', samples: times.toWorker, target: '-', note: 'the commit in the hub is within this' },
      { what: "  lead's worker has it -> row drawn", unit: 'ms', samples: times.toDrawn, target: '-' },
      { what: 'click on Escalate -> "Saved" drawn', unit: 'ms', samples: times.toSaved, target: '-', note: 'the strict part of it is the bench "saved"' },
    ]
  })
}
