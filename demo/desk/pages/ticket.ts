// One case: the conversation, its fields, a rich reply editor and a note box that React owns.
import { html } from 'hono/html'
import type { Said, Ticket } from '../tickets.ts'
import { type Markup, moment, money, shell } from './shell.ts'

export const said = (line: Said) => html`<li class="said" data-voice="${line.voice}">
<p class="by">${line.by} ${moment(line.at)}</p>
<div class="words">${line.text}</div>
</li>`

function fields(ticket: Ticket) {
  const row = (label: string, value: string | Markup) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`
  const { order, seller } = ticket
  return html`<dl id="case-fields">
${row('Category', ticket.category)}
${order ? row('Order ID', html`<span class="number">${order.id}</span>`) : ''}
${order ? row('Order value', html`<span class="number" data-amount="${order.value.toFixed(2)}">${money(order.value)}</span>`) : ''}
${order ? row('Item', order.item) : ''}
${row('Requester', ticket.requester.name)}
${row('Email', ticket.requester.email)}
${row('Account', ticket.requester.kind)}
${seller ? row('Seller', html`<a href="/admin/sellers/${seller}">${seller}</a>`) : ''}
${row('Status', ticket.status)}
${row('Priority', html`<span class="mark" data-level="${ticket.priority}">${ticket.priority}</span>`)}
</dl>`
}

const replyBox = html`<section class="answer" aria-label="Reply">
<div class="bar" role="toolbar" aria-label="Formatting">
<button type="button" data-format="bold" aria-label="Bold"><b>B</b></button>
<button type="button" data-format="italic" aria-label="Italic"><i>I</i></button>
<button type="button" data-format="insertUnorderedList" aria-label="Bulleted list">List</button>
</div>
<div id="reply-editor" contenteditable="true" role="textbox" aria-multiline="true" aria-label="Public reply" data-placeholder="Write to the requester"></div>
<div class="bar end"><span class="quiet" id="reply-state" role="status"></span><button type="button" class="send" id="send-reply">Send reply</button></div>
</section>`

export function ticketPage(ticket: Ticket, previous: number | null, next: number | null) {
  const step = (id: number | null, text: string, rel: string) =>
    id === null ? html`<span class="quiet">${text}</span>` : html`<a href="/tickets/${id}" rel="${rel}" data-in-place>${text}</a>`
  return shell({
    title: `#${ticket.id} ${ticket.subject}`,
    section: 'queue',
    script: true,
    main: html`<main class="page ticket" data-case-id="${ticket.id}">
<div class="heading">
<h1><span class="number">#${ticket.id}</span> ${ticket.subject}</h1>
<nav class="steps" aria-label="Cases">${step(previous, 'Previous', 'prev')}${step(next, 'Next', 'next')}</nav>
</div>
<div class="columns">
<div class="talk">
<ol id="conversation" aria-label="Conversation">${ticket.said.map(said)}</ol>
${replyBox}
<section class="notes" aria-label="Internal notes">
<ol id="notes">${ticket.notes.map(said)}</ol>
<div id="note-box"></div>
</section>
</div>
<aside class="facts" aria-label="Case fields">${fields(ticket)}</aside>
</div>
</main>`,
  })
}
