// The queue: every case of the desk in one table, newest trouble first.
import { html } from 'hono/html'
import type { Ticket } from '../tickets.ts'
import { moment, shell } from './shell.ts'

const ranks = ['Urgent', 'High', 'Normal', 'Low']

export function queuePage(tickets: Ticket[]) {
  const rows = tickets.toSorted((a, b) => ranks.indexOf(a.priority) - ranks.indexOf(b.priority) || b.openedAt - a.openedAt)
  const open = tickets.filter((ticket) => ticket.status !== 'Solved').length
  return shell({
    title: 'Queue',
    section: 'queue',
    script: false,
    main: html`<main class="page">
<h1>Trust queue <span class="count">${open} open</span></h1>
<div class="sheet">
<table class="queue">
<thead><tr><th scope="col">Case</th><th scope="col">Subject</th><th scope="col" class="wide">Category</th><th scope="col" class="wide">Requester</th><th scope="col">Priority</th><th scope="col">Status</th><th scope="col" class="wide">Received</th></tr></thead>
<tbody>
${rows.map(
  (ticket) => html`<tr>
<td class="number">${ticket.id}</td>
<td><a href="/tickets/${ticket.id}">${ticket.subject}</a></td>
<td class="wide">${ticket.category}</td>
<td class="wide">${ticket.requester.name}</td>
<td><span class="mark" data-level="${ticket.priority}">${ticket.priority}</span></td>
<td>${ticket.status}</td>
<td class="wide quiet">${moment(ticket.openedAt)}</td>
</tr>`,
)}
</tbody>
</table>
</div>
</main>`,
  })
}
