// Puts one plain and one formatted reply into an editor and asks the editor's model what became of it. Throws on a false word and on a damaged draft.
import { until } from '../../demo/stage/rail.ts'
import type { Insertion } from '../../lib/schema/page.ts'
import type { Row } from './rows.ts'
import { before as beforeCaret, behind, draftLines } from './site/editor.ts'
import type { Stage } from './site/main.ts'

export interface EditorPage {
  ask<K extends keyof Stage>(what: K): Promise<Awaited<ReturnType<Stage[K]>>>
  /** A real click into another frame, as on the rail. */
  leave(): Promise<void>
  insert(insertion: Insertion): Promise<{ arrived: boolean; reason: string }>
  /** The keys for undo. */
  undo(): Promise<void>
  close(): Promise<void>
}
export interface Driver {
  open(query: string): Promise<EditorPage>
}

export interface Cells {
  plain: string
  rich: string
  /** What undo takes back of the plain reply. */
  undo: string
  /** What the agent is told where it did not arrive. */
  reason: string
}

const plain = { text: 'We looked at it.\n\nThank you for\nwaiting.' }
const rich = {
  text: 'Please do not pay.\n\n- one\n- two\n\nSee our policy (https://desk.example.com/p).',
  html: '<p>Please <strong>do not</strong> pay.</p><ul><li>one</li><li>two</li></ul><p>See <a href="https://desk.example.com/p">our policy</a>.</p>',
}
const richLines = ['Please do not pay.', 'one', 'two', 'See our policy.']

/** Lines without the empty ones; spaces as a person sees them. */
const linesOf = (text: string) =>
  text
    .replace(/[\u00a0\ufeff\u200b]/g, ' ')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')

const [first = '', , last = ''] = draftLines
/** The draft with `said` at its caret; an editor may break the line before and behind what was put in. */
function holds(model: string, said: string[], { isOneLine }: Row): boolean {
  const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const middle = said.map(escaped).join('\n')
  const wanted = `^${escaped(first)}\n${escaped(beforeCaret.trim())}[ \n]${middle}[ \n]?${escaped(behind)}\n${escaped(last)}$`
  const lines = linesOf(model)
  return isOneLine ? new RegExp(wanted.replaceAll('\n', ' ')).test(lines.join(' ')) : new RegExp(wanted).test(lines.join('\n'))
}

/** Pressed until the draft is back, as a person would; more often than anybody would means never. */
async function undone(page: EditorPage, draft: string): Promise<string> {
  for (let times = 1; times <= 6; times++) {
    const last = await page.ask('text')
    await page.undo()
    // Only an undo that does nothing is waited for until the end.
    await until(async () => (await page.ask('text')) !== last, 'an undo', 5_000).catch(() => null)
    if (linesOf(await page.ask('text')).join('\n') === draft) return times === 1 ? 'yes' : `${times} times`
  }
  return 'no'
}

/** The caret in the middle of the draft, and the focus elsewhere. */
async function prepare(page: EditorPage, row: Row): Promise<void> {
  await page.ask('caret')
  await until(() => page.ask('hasCaret'), `the caret in ${row.name}`)
  await page.leave()
}

function verdict(row: Row, what: string, { arrived, reason }: { arrived: boolean; reason: string }, isThere: boolean, draft: string, model: string) {
  const found = `${row.name}, ${what}: the editor holds ${JSON.stringify(model)}`
  if (arrived !== isThere) throw new Error(`${found}, and it was said that the text ${arrived ? 'arrived' : `did not arrive (${reason})`}.`)
  if (!arrived && linesOf(model).join('\n') !== draft) throw new Error(`${found}, which damages the draft.`)
  if (!arrived && !/^[A-Z].*\.$/.test(reason)) throw new Error(`${found}, and the reason is no sentence: ${reason}`)
}

export async function measure(driver: Driver, row: Row): Promise<Cells> {
  let page = await driver.open(row.page)
  const draft = linesOf(await page.ask('text')).join('\n')
  await prepare(page, row)
  const outcome = await page.insert({ ...plain, reply: [] })
  const model = await page.ask('text')
  const isThere = holds(model, linesOf(plain.text), row)
  verdict(row, 'plain', outcome, isThere, draft, model)
  const cells = { plain: isThere ? 'yes' : 'clipboard', undo: isThere ? await undone(page, draft) : '—', reason: outcome.reason }
  // What undo gave back whole is as good as a new page.
  if (cells.undo === 'no') {
    await page.close()
    page = await driver.open(row.page)
  }
  const rich = await formatted(page, row, draft)
  await page.close()
  return { ...cells, rich }
}

async function formatted(page: EditorPage, row: Row, draft: string): Promise<string> {
  await prepare(page, row)
  const outcome = await page.insert({ ...rich, reply: [] })
  const model = await page.ask('text')
  const formats = await page.ask('formats')
  const isThere = holds(model, richLines, row) || holds(model, linesOf(rich.text), row)
  verdict(row, 'formatted', outcome, isThere, draft, model)
  if (!isThere) return 'clipboard'
  if (formats.length === 0) return 'text only'
  return formats.length === 3 ? 'yes' : formats.join(', ')
}
