import { text as readAll } from 'node:stream/consumers'
import { renderToStaticMarkup } from 'react-dom/server'
import { prerenderToNodeStream } from 'react-dom/static'
import { describe, expect, test } from 'vitest'
import { ChangePreview } from '../../../components/editor/ChangePreview.tsx'
import { DiffList } from '../../../components/playbook/DiffList.tsx'
import { moveWords } from '../../../components/run/move-words.ts'
import { laterParts, RunPanel } from '../../../components/run/RunPanel.tsx'
import { diffPlaybooks } from '../../../lib/domain/playbook-diff.ts'
import type { PlaybookVersion } from '../../../lib/schema/playbook.ts'
import type { RunView } from '../../../lib/schema/views.ts'
import { nextVersion } from '../gallery/next-version.ts'
import { counterfeit } from '../gallery/playbook-fixture.ts'
import { states } from '../gallery/states.ts'

const nothing = () => {}
const never = async () => false
const saved = async () => null
const viewOf = (state: string) => states[state]!.view.runs[0]!
const hearing = { keeper: { load: async () => '', keep: nothing }, flags: [], onFlag: never, onUndoFlag: nothing, onConfirm: nothing }
const both = { 3: counterfeit, 4: nextVersion('next-case') }

/** The panel as text and the names of its buttons that can be pressed, with what is loaded only when it is needed. */
async function shown(view: RunView, versions: Record<number, PlaybookVersion> = both) {
  const moving = { versions, onLook: never, onMove: nothing, onStay: nothing, onSeen: nothing }
  await Promise.all(laterParts.map(({ fetch }) => fetch()))
  const { prelude } = await prerenderToNodeStream(
    <RunPanel
      view={view}
      fields={[]}
      snippets={[]}
      saves={{}}
      moving={moving}
      hearing={hearing}
      memberId={null}
      proofs={{
        add: saved,
        take: saved,
        remove: saved,
        edit: saved,
        mayEdit: () => true,
        unmasked: new Map(),
        load: async () => '',
        waiting: null,
        giveUp: nothing,
        keys: null,
      }}
      onBack={nothing}
      others={[]}
      onOther={nothing}
      onAgain={nothing}
      onChange={nothing}
      onUndo={nothing}
      onClose={nothing}
      onReopen={nothing}
      onInsert={never}
      onEscalate={never}
      onPlaybook={nothing}
    />,
  )
  const html = (await readAll(prelude)).replace(/<!--.*?-->/g, '')
  const buttons = [...html.matchAll(/<button(?<tag>[^>]*)>(?<name>.*?)<\/button>/gs)]
  return {
    text: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '),
    pressable: buttons
      .filter(({ groups }) => !groups!.tag!.includes('disabled'))
      .map(({ groups }) => groups!.name!.replace(/<span[^>]*><kbd>.*?<\/span>|<[^>]+>/g, '')),
    html,
  }
}

describe('another version that is out', () => {
  test('is told in the sentence agents know, with what would become of the answers', async () => {
    const { text, pressable } = await shown(viewOf('run-half'))
    expect(text).toContain('Version 4 is out. This run stays on version 3.')
    expect(text).toContain('2 answers kept, 1 asked again, 1 of a step that is gone. Earlier answers stay in sight.')
    expect(pressable).toEqual(expect.arrayContaining(['What changed', 'Move to version 4', 'Close the run']))
  })
  test('offers nothing until it was looked up', async () => {
    const { text, pressable } = await shown(viewOf('run-half'), {})
    expect(text).toContain('Version 4 is out. This run stays on version 3.')
    expect(pressable).not.toContain('Move to version 4')
  })
  test('is no business of a closed run', async () => {
    const view = viewOf('run-half')
    expect((await shown({ ...view, run: { ...view.run, closedAt: 1 } })).text).not.toContain('is out')
  })
})

describe('a version that was stopped', () => {
  test('shows what changed at once and lets nothing be answered or closed', async () => {
    const { text, pressable } = await shown(viewOf('run-stopped'))
    expect(text).toContain('Version 3 was stopped. Do not work on with it.')
    expect(text).toContain('Lea Brandt wrote: Proof has a deadline now')
    expect(text).toContain('“Check the seller for earlier reports” was removed.')
    expect(pressable).toEqual(['', 'Move to version 4'])
  })
  test('cannot be left before what changed is on screen', async () => {
    const { text, pressable } = await shown(viewOf('run-stopped'), {})
    expect(text).toContain('Looking up what changed.')
    expect(pressable).not.toContain('Move to version 4')
  })
})

describe('a run that moved', () => {
  test('by a lead says who, from where and what was kept, until it is dismissed', async () => {
    const { text, pressable } = await shown(viewOf('run-moved-by-lead'))
    expect(text).toContain('Lea Brandt published version 4 for open cases. This run moved to it from version 3.')
    expect(pressable).toEqual(expect.arrayContaining(['What changed', 'Dismiss']))
    expect(pressable).not.toContain('Undo')
    const view = viewOf('run-moved-by-lead')
    const seen = { ...view, run: { ...view.run, move: { ...view.run.move!, seenAt: 1 } } }
    expect((await shown(seen)).text).not.toContain('for open cases')
  })
  test('by a lead is still told when another version is offered since', async () => {
    const view = viewOf('run-moved-by-lead')
    const { text, pressable } = await shown({ ...view, newer: 5 }, { ...both, 5: { ...nextVersion('next-case'), version: 5 } })
    expect(text).toContain('Version 5 is out. This run stays on version 4.')
    expect(text).toContain('Lea Brandt published version 4 for open cases. This run moved to it from version 3.')
    expect(pressable).toEqual(expect.arrayContaining(['Move to version 5', 'Dismiss']))
  })
  test('by the agent can be taken back until the next change, and then says no more', async () => {
    const view = viewOf('run-moved')
    expect((await shown(view)).text).toContain('This run is on version 4 now.')
    expect((await shown(view)).pressable).toContain('Undo')
    expect((await shown({ ...view, run: { ...view.run, updatedAt: view.run.updatedAt + 1 } })).text).not.toContain('is on version 4 now')
  })
  test('keeps earlier answers in sight: on the step that asks again, and all of them at the end', async () => {
    const { text } = await shown(viewOf('run-moved'))
    expect(text.match(/In version 3: done/g)).toHaveLength(2)
    expect(text).toContain('Answers from earlier versions (2)')
    expect(text).toContain('Check the seller for earlier reports In version 3: not applicable, The account is two days old. The step is gone.')
  })
})

describe('the list of changes', () => {
  const html = renderToStaticMarkup(<DiffList diff={diffPlaybooks(counterfeit.document, both[4].document)} label="Changes" />)
  const lines = [...html.matchAll(/<li[^>]*>(.*?)<\/li>/gs)].map(([, line]) =>
    line!.replace(/<span[^>]*aria-hidden[^>]*>.*?<\/span>/g, '').replace(/<[^>]+>/g, ''),
  )
  test('has a line for each step that changed, with the condition in words', () => {
    expect(lines).toEqual([
      '“Compare the listing photos with the brand guide” now asks for a note.',
      '“Check the seller for earlier reports” was removed.',
      '“Save the listing as a page” is new.',
      '“Has the seller shown proof of authenticity?” has a new option: “Not within three days”.',
      '“Write down which listing was compared with which guide” is reworded; it was “Write down which listing was compared”; now applies in some cases only, when order.value is known.',
    ])
  })
  test('says so when the steps are the same', () => {
    expect(renderToStaticMarkup(<ChangePreview before={counterfeit.document} after={counterfeit.document} />)).toContain('The steps are the same.')
  })
})

test.each([
  [{ kept: 0, asked: 0, gone: 0 }, 'Nothing was answered yet.'],
  [{ kept: 1, asked: 0, gone: 0 }, 'The answer is kept.'],
  [{ kept: 4, asked: 0, gone: 0 }, 'All 4 answers are kept.'],
  [{ kept: 1, asked: 2, gone: 0 }, '1 answer kept, 2 asked again. Earlier answers stay in sight.'],
  [{ kept: 0, asked: 0, gone: 2 }, '0 answers kept, 2 of steps that are gone. Earlier answers stay in sight.'],
])('%j is said as %s', (counts, words) => expect(moveWords(counts)).toBe(words))
