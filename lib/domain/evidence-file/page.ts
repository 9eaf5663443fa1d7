// The page of an evidence file: a function of what the file tells and of nothing else, so that whoever has the one can write the other again.
// It runs nothing, loads nothing and links to nothing.
import type { EvidenceFile, EvidencePlaybook, LogEntry } from '../../schema/evidence-file.ts'
import { toBase64 } from '../base64.ts'
import { caseTitle } from '../case-title.ts'
import { dataBlock, withoutBytes } from './embed.ts'
import { logWords } from './log-words.ts'
import { html, Markup } from './markup.ts'
import { momentIn } from './moments.ts'
import { caseSection, rulingSection, threadSection } from './page-case.ts'
import { endingsSection, runSection } from './page-run.ts'
import { pageStyle } from './page-style.ts'
import type { Sha256Of } from './seal.ts'

const standings = { delivered: 'Delivered', seen: 'Seen', taken: 'Taken', asked: 'Waits for an answer', ruled: 'Ruled', withdrawn: 'Withdrawn' } as const

export function evidencePage(file: EvidenceFile, sha256: Sha256Of): string {
  const { content, log, root, signature } = file
  const { escalation, made, playbook, pictures, endings } = content
  const { number, severity, status, by, receivedAt } = escalation
  const title = caseTitle(escalation.content.case)
  const policy = `default-src 'none'; img-src data:; style-src 'sha256-${base64OfHex(sha256(pageStyle))}'; base-uri 'none'; form-action 'none'`
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Escalation #${number}: ${title}</title>
<style>${new Markup(pageStyle)}</style>
</head>
<body>
<main>
<header>
<p class="over"><b class="severity ${severity}">${severity}</b><span>Escalation #${number}</span><span>${standings[status]}</span></p>
<h1 dir="auto">${title}</h1>
<p class="soft">Escalated by <bdi>${by.name}</bdi>, received ${momentIn(receivedAt)}</p>
</header>
<section class="seal" aria-label="This file">
<dl>
<dt>Made</dt><dd>${momentIn(made.at)} by <bdi>${made.by.name}</bdi>, from the hub of <bdi>${made.team.name}</bdi></dd>
<dt>Root hash</dt><dd class="hash">${root}</dd>
<dt>Signing key</dt><dd class="hash">${signature.key}</dd>
</dl>
<p class="soft">This is a copy. Whether it was changed since it was made is told by <code>npm run handrail -- verify FILE --key KEY</code> with the key as the team gave it to you, not as it stands here.</p>
</section>
${rulingSection(escalation)}${caseSection(escalation.content)}${runSection(escalation.content.run, pictures, playbook !== null)}${endingsSection(
  endings,
)}${threadSection(escalation)}${logSection(log)}${playbook ? playbookSection(playbook) : null}</main>
${new Markup(dataBlock(withoutBytes(file)))}
</body>
</html>
`.html
}

function logSection(log: LogEntry[]): Markup {
  const row = (entry: LogEntry, at: number) => html`<tr><td>${at + 1}</td><td>${momentIn(entry.at)}</td><td>${entry.clock}</td>
<td dir="auto">${upperFirst(logWords(entry))}</td><td><bdi>${entry.by.name}</bdi></td><td><code>${entry.hash.slice(0, 12)}</code></td></tr>
`
  return html`<h2>The log</h2>
<p class="soft">Each entry carries the hash of the one before it. Of a step the hub holds what stood last, not every press on the way. The clock is that of the agent’s device or that of the hub.</p>
<table>
<thead><tr><th scope="col">#</th><th scope="col">When</th><th scope="col">Clock</th><th scope="col">What</th><th scope="col">Who</th><th scope="col">Hash begins</th></tr></thead>
<tbody>
${log.map(row)}</tbody>
</table>
`
}

function playbookSection({ version, hash, markdown, note, publishedAt, publishedBy }: EvidencePlaybook): Markup {
  return html`<h2>The playbook, version ${version}</h2>
<p class="soft">Published ${momentIn(publishedAt)} by <bdi>${publishedBy.name}</bdi>${note === '' ? '' : `: ${note}`}. The SHA-256 of this text is <code>${hash}</code></p>
<pre dir="auto">${markdown}</pre>
`
}

const upperFirst = (words: string) => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
const base64OfHex = (hex: string) => toBase64(Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)))
