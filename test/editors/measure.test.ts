import { describe, expect, test } from 'vitest'
import type { Insertion } from '../../lib/schema/page.ts'
import { type Driver, measure } from './measure.ts'
import { before, behind, draftText } from './site/editor.ts'

const row = { name: 'An editor in memory', page: 'memory', from: null }
type Said = { arrived: boolean; reason: string }

/** `take` is what the editor makes of the draft, and `say` what the product says of it. */
function memoryDriver(take: (insertion: Insertion) => string, say: Said = { arrived: true, reason: '' }, undoSteps = 1): Driver {
  return {
    async open() {
      let model = draftText
      let steps = 0
      const answers = { text: () => model, formats: () => ['bold', 'list', 'link'], caret: () => undefined, hasCaret: () => true }
      return {
        ask: async (what) => answers[what]() as never,
        leave: async () => {},
        async insert(insertion) {
          model = take(insertion)
          steps = undoSteps
          return say
        },
        async undo() {
          steps--
          model = steps > 0 ? model.slice(1) : draftText
        },
        close: async () => {},
      }
    },
  }
}

const refusal = { arrived: false, reason: 'The reply box did not take the text.' }
const atCaret = (text: string) => draftText.replace(behind, () => text + behind)

describe('the measure', () => {
  test('says yes of what stands at the caret, and how often undo is pressed', async () => {
    expect(
      await measure(
        memoryDriver(({ text }) => atCaret(text)),
        row,
      ),
    ).toEqual({ plain: 'yes', rich: 'yes', undo: 'yes', reason: '' })
    expect(
      await measure(
        memoryDriver(({ text }) => atCaret(text), undefined, 3),
        row,
      ),
    ).toMatchObject({ undo: '3 times' })
  })

  test('says clipboard where the draft is as it was and the agent reads why', async () => {
    const cells = await measure(
      memoryDriver(() => draftText, refusal),
      row,
    )
    expect(cells).toEqual({ plain: 'clipboard', rich: 'clipboard', undo: '—', reason: refusal.reason })
  })

  test.each<[string, (insertion: Insertion) => string, Said?]>([
    ['a text that is said to be there and is not', () => draftText],
    ['a text that is there and said not to be', ({ text }) => atCaret(text), refusal],
    ['a text that is there twice', ({ text }) => atCaret(`${text}\n${text}`)],
    ['a text without its line breaks', ({ text }) => atCaret(text.replaceAll('\n', ''))],
    ['a text in another place', ({ text }) => `${text}\n${draftText}`],
    ['a draft that lost what stood before the caret', ({ text }) => atCaret(text).replace(before, '')],
    ['a refusal that damages the draft', ({ text }) => atCaret(text.slice(0, 9)), refusal],
    ['a refusal without a sentence', () => draftText, { arrived: false, reason: '' }],
  ])('does not let pass %s', async (_, take, say) => {
    await expect(measure(memoryDriver(take, say), row)).rejects.toThrow('An editor in memory, plain: the editor holds')
  })
})
