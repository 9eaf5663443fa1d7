// What was handed over, what was said since, and what was decided.
import type { Escalation, EscalationContent, Ruling, ThreadEntry } from '../../schema/escalation.ts'
import { maskedWords } from '../masked-words.ts'
import { html, type Markup } from './markup.ts'
import { momentIn } from './moments.ts'

const via = { panel: 'from the panel', command: 'by keyboard', menu: 'from the page menu' } as const

export function rulingSection({ ruling, status, content }: Escalation): Markup {
  if (ruling === null)
    return html`<h2>The ruling</h2>\n<p class="soft">${status === 'withdrawn' ? 'None: it was withdrawn.' : 'None when this file was made.'}</p>\n`
  return html`<h2>The ruling</h2>\n${rulingCard(ruling, content)}`
}

function rulingCard({ outcome, rationale, by, at }: Ruling, { run }: EscalationContent): Markup {
  const policy = run ? html`<p class="soft">Ruled on a case worked by <bdi>${run.playbook.title}</bdi>, version ${run.playbook.version}</p>\n` : null
  return html`<div class="ruling"><p class="label" dir="auto">${outcome}</p>
<p class="text" dir="auto">${rationale}</p>
<p class="soft"><bdi>${by.name}</bdi>, ${momentIn(at)}</p>
${policy}</div>
`
}

export function caseSection(content: EscalationContent): Markup {
  const { case: subject, note, missing, queue, severity } = content
  const masked = maskedWords(content)
  const fields = subject.fields.map(({ label, value }) => html`<dt dir="auto">${label}</dt><dd class="text" dir="auto">${value || '(empty)'}</dd>\n`)
  return html`<h2>What was handed over</h2>
<h3>Note</h3>
${note === '' ? html`<p class="soft">No note was written.</p>` : html`<p class="text" dir="auto">${note}</p>`}
${subject.selection === '' ? null : html`<h3>Selected on the page</h3>\n<p class="quote" dir="auto">${subject.selection}</p>\n`}<h3>Case</h3>
<dl>
<dt>Key</dt><dd><code>${subject.key}</code></dd>
<dt>Title of the page</dt><dd dir="auto">${subject.title || '(none)'}</dd>
<dt>Address</dt><dd><code>${subject.url || '(not known)'}</code></dd>
${fields}<dt>Read</dt><dd>${momentIn(subject.capturedAt)}</dd>
<dt>Handed over</dt><dd>${momentIn(content.createdAt)}, ${via[content.via]}, as ${severity} to the queue ${queue}</dd>
${masked === null ? null : html`<dt>Masked</dt><dd>${masked}, on the agent’s device before anything was stored</dd>\n`}${
  missing.length === 0 ? null : html`<dt>Not read</dt><dd class="amber" dir="auto">${missing.join(', ')}</dd>\n`
}</dl>
`
}

const acts: Record<ThreadEntry['kind'], string> = {
  seen: 'saw it',
  taken: 'took it',
  question: 'asked',
  answer: 'answered',
  amendment: 'added',
  ruling: 'ruled',
  withdrawal: 'withdrew it',
}

export function threadSection({ thread }: Escalation): Markup {
  if (thread.length === 0) return html`<h2>The thread</h2>\n<p class="soft">Nobody had opened it when this file was made.</p>\n`
  const items = thread.map(
    ({
      by,
      kind,
      at,
      text,
      severity,
    }) => html`<li><p><strong><bdi>${by.name}</bdi></strong> ${acts[kind]}${severity === null ? '' : ` and set the severity to ${severity}`} <span class="when">${momentIn(at)}</span></p>${
      text === '' ? null : html`<p class="text" dir="auto">${text}</p>`
    }</li>
`,
  )
  return html`<h2>The thread</h2>\n<ol class="thread">\n${items}</ol>\n`
}
