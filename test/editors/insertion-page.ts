// Prints docs/insertion.md from the checked-in matrix.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cells } from './measure.ts'
import { rows } from './rows.ts'

export interface Matrix {
  /** The browsers that it was measured in. */
  browsers: { chromium: string; firefox: string }
  editors: Record<string, { chromium: Cells; firefox: Cells }>
}

const file = (name: string) => join(import.meta.dirname, name)
export const matrixFile = file('matrix.json')
export const docsFile = file('../../docs/insertion.md')
export const readMatrix = () => JSON.parse(readFileSync(matrixFile, 'utf8')) as Matrix

const intro = `# Inserting into other people's editors

Insert puts a reply at the caret of the page's own editor, as a person's paste or typing would, and then reads the editor back. The panel says that
the text is in the reply box only when it is there. Where it is not, the text is on the clipboard and a sentence says why.

This table is measured, not promised. Each editor, as npm ships it, is opened in a real Chromium and a real Firefox with a draft of three lines and the caret
in the middle; the focus goes to another frame, as to the rail; a reply of several lines is inserted and undone; then one with bold, a list and a link. What
counts is what the editor's own model says (its \`getData\`, \`getHTML\`, state or document), since that is what the page would send. \`npm run editors\` measures
again and writes this page. The tests fail when a cell changes, when the product says something else than the model, and when the draft is damaged.

- **plain**, **formatted**: \`yes\`, it is in the model once, at the caret, with the draft before and behind it (and its formats); \`text only\`, the words are
  there and the formats are not, since the editor holds none or reads none from a paste; \`clipboard\`, it could not be inserted.
- **undo**: how often undo has to be pressed until the draft is back as it was; \`yes\` means once.
`

const outro = `## How

1. Fields get the text as typing. All other editors get a paste that carries plain and formatted text; an editor that takes pastes over puts it into its model
   itself. Slate leaves formatted pastes to the browser's edit event, so that one is offered next. Only an editable that wants neither is edited directly.
2. Firefox gives no clipboard to a paste that a script makes, only text in two words of its own (\`dataType\`, \`data\`); the formatted flavour is added from the
   page's side, where the page may read it.
3. The text is read back for up to 0.8 seconds, letters and digits only, as editors rewrite spaces and quotes. Code editors draw their words beside the field
   that is typed into, and only the lines in sight; there the last lines of the text are looked for.
`

const versionIn = (from: string | null) => {
  if (from === null) return ''
  const { dependencies, devDependencies } = JSON.parse(readFileSync(file('../../package.json'), 'utf8'))
  return String({ ...dependencies, ...devDependencies }[from]).replace(/^npm:.*@/, '')
}

const line = (cells: string[]) => `| ${cells.join(' | ')} |\n`

export function insertionPage({ browsers, editors }: Matrix): string {
  const said = rows.map((row) => ({ row, ...editors[row.name]! }))
  const table = said.map(({ row, chromium: c, firefox: f }) => line([row.name, versionIn(row.from), c.plain, c.rich, c.undo, f.plain, f.rich, f.undo]))
  const refusals = said.filter(({ chromium }) => chromium.reason !== '').map(({ row, chromium }) => line([row.name, chromium.reason]))
  return `${intro}
Chromium ${browsers.chromium}, Firefox ${browsers.firefox}.

${line(['editor', 'version', 'Chromium plain', 'formatted', 'undo', 'Firefox plain', 'formatted', 'undo'])}${line(Array<string>(8).fill('---'))}${table.join('')}
## Where it does not work

The text goes to the clipboard, nothing in the page is changed, and the panel says:

${line(['where', 'what the agent reads'])}${line(['---', '---'])}${refusals.join('')}
Handrail does not go into a closed shadow root, nor into a frame of another origin: paste there with the keyboard.

${outro}`
}
