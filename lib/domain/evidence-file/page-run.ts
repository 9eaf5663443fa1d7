// The run as it was worked, step by step, with its evidence and its pictures.

import type { RunEvidence } from '../../schema/escalation.ts'
import type { EvidencePicture } from '../../schema/evidence-file.ts'
import type { Proof } from '../../schema/proof.ts'
import type { Override, RunEnding, RunLine } from '../../schema/run.ts'
import { html, type Markup } from './markup.ts'
import { momentIn } from './moments.ts'

const states = { done: '✓ Done', 'not-applicable': '– Not applicable', skipped: '↷ Skipped', open: '○ Not worked' } as const

export function runSection(run: RunEvidence | null, pictures: EvidencePicture[], isEnclosed: boolean): Markup {
  if (run === null) return html`<h2>The run</h2>\n<p class="soft">No playbook was worked through before this was escalated.</p>\n`
  const { playbook, done, skipped, total, lines, startedAt, override } = run
  const shown = new Set<string>()
  const steps = bySection(lines).map(
    (section) => html`<h3 dir="auto">${section[0]!.section}</h3>
<ol class="steps">
${section.map((line) => stepItem(line, pictures, shown))}</ol>
`,
  )
  const hash = html`<code>${playbook.hash}</code>`
  return html`<h2>The run</h2>
<dl>
<dt>Playbook</dt><dd><bdi>${playbook.title}</bdi>, version ${playbook.version}${isEnclosed ? ', enclosed below' : '; the hub does not hold this version under this hash'}</dd>
<dt>Its hash</dt><dd>${hash}</dd>
<dt>Started</dt><dd>${momentIn(startedAt)}</dd>
<dt>Steps</dt><dd>${done} of ${total} done, ${skipped} skipped</dd>
</dl>
${override ? overrideNote('Closed', override) : null}
${steps}`
}

function bySection(lines: RunLine[]): RunLine[][] {
  const sections: RunLine[][] = []
  for (const line of lines) {
    const last = sections.at(-1)
    if (last?.[0]?.section === line.section) last.push(line)
    else sections.push([line])
  }
  return sections
}

function stepItem(line: RunLine, pictures: EvidencePicture[], shown: Set<string>): Markup {
  const who = line.by ? html`, by <bdi>${line.by.name}</bdi>` : null
  const proofs = (line.proofs ?? []).map((proof) => html`<li>${proofItem(proof, pictures, shown)}</li>\n`)
  return html`<li class="${line.state}"><p class="state">${states[line.state]}</p><div class="d${Math.max(0, Math.min(line.depth, 4))}">
<p class="label" dir="auto">${line.label}</p>
${line.answer === null ? null : html`<p class="text" dir="auto">${line.answer}</p>\n`}${
  line.reason === null ? null : html`<p class="text${line.state === 'skipped' ? ' amber' : ''}" dir="auto">Reason: ${line.reason}</p>\n`
}${line.evidence === null ? null : html`<p class="quote" dir="auto">${line.evidence}</p>\n`}${line.override ? overrideNote('Decided', line.override) : null}${
  line.at === null ? null : html`<p class="soft">${momentIn(line.at)}${who}</p>\n`
}${proofs.length === 0 ? null : html`<ul class="proofs">\n${proofs}</ul>\n`}</div></li>
`
}

function proofItem(proof: Proof, pictures: EvidencePicture[], shown: Set<string>): Markup {
  const when = html`<p class="soft">${momentIn(proof.at)}${proof.by ? html`, by <bdi>${proof.by.name}</bdi>` : null}</p>`
  switch (proof.kind) {
    case 'note':
      return html`<p class="text" dir="auto">${proof.text}</p>${when}`
    case 'link':
      return html`<p dir="auto">${proof.title}</p><p><code>${proof.url}</code></p>${when}`
    case 'selection':
      return html`<p class="quote" dir="auto">${proof.text}</p>${
        proof.around === '' ? null : html`<p class="soft" dir="auto">In the sentence: ${proof.around}</p>`
      }<p class="soft" dir="auto">${proof.title}</p><p><code>${proof.url}</code></p>${when}`
    case 'screenshot':
      return pictureFigure(proof, pictures, shown)
  }
}

/** Each picture stands where it is named first. Its number is that of the list of pictures. */
function pictureFigure({ image, title, url, at }: Extract<Proof, { kind: 'screenshot' }>, pictures: EvidencePicture[], shown: Set<string>): Markup {
  const index = pictures.findIndex(({ hash }) => hash === image.hash)
  const [picture, name] = [pictures[index], `Picture ${index + 1}`]
  const isFirst = !shown.has(image.hash)
  shown.add(image.hash)
  const bytes = picture?.base64
    ? html`<img id="picture-${index + 1}" alt="${name}: ${title || 'the page'}" width="${image.width}" height="${image.height}" src="data:${image.type};base64,${picture.base64}">`
    : html`<p class="amber">This picture had not reached the hub when this file was made.</p>`
  return html`<figure>${isFirst ? bytes : html`<p class="soft">Shown above.</p>`}<figcaption><bdi>${name}</bdi>, taken ${momentIn(at)} of <bdi>${title || 'the page'}</bdi> <code>${url}</code> SHA-256 <code>${image.hash}</code></figcaption></figure>`
}

function overrideNote(doing: 'Decided' | 'Closed', { reason, open, by, at }: Override): Markup {
  const count = open.length === 1 ? '1 step' : `${open.length} steps`
  return html`<div class="amber"><p dir="auto">${doing}${by ? html` by <bdi>${by.name}</bdi>` : null} with ${count} open, ${momentIn(at)}: ${reason}</p>
<ul>
${open.map(({ label }) => html`<li dir="auto">Open: ${label}</li>\n`)}</ul></div>
`
}

export function endingsSection(endings: RunEnding[]): Markup | null {
  if (endings.length === 0) return null
  const items = endings.map(
    ({
      by,
      playbook,
      closedAt,
      outcome,
      override,
      decided,
    }) => html`<li><p><bdi>${by.name}</bdi> closed <bdi>${playbook.title}</bdi>, version ${playbook.version}, ${momentIn(closedAt)}. ${
      outcome === null ? 'No outcome was chosen.' : html`Outcome: <bdi>${outcome}</bdi>`
    }</p>${override ? overrideNote('Closed', override) : null}${decided.map((one) => overrideNote('Decided', one))}</li>
`,
  )
  return html`<h2>How runs of the case ended</h2>\n<p class="soft">As far as the hub had heard, of all runs on this case.</p>\n<ul class="thread">\n${items}</ul>\n`
}
