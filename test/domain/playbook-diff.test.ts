import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { movedPositions } from '../../lib/domain/order-moves.ts'
import { changedSteps, diffPlaybooks, isMaterial, type PlaybookDiff, type StepDiff } from '../../lib/domain/playbook-diff.ts'
import { allSteps } from '../../lib/domain/run.ts'
import { similarity } from '../../lib/domain/wording.ts'
import { parsePlaybook } from '../../lib/playbook/parse.ts'
import type { PlaybookDocument } from '../../lib/schema/playbook.ts'
import { playbook } from '../playbook/arbitrary-document.ts'
import { edited } from './edited-document.ts'

const isEmptyDiff = (diff: PlaybookDiff) => diff.texts.length === 0 && changedSteps(diff).length === 0
const sentencesOf = ({ number, changes }: StepDiff) => changes.map(({ says }) => `Step ${number} ${says}.`)

function read(steps: string): PlaybookDocument {
  const { document, problems } = parsePlaybook(`---\ntitle: Counterfeit\n---\n${steps}\n`)
  if (!document) throw new Error(problems.map(({ message }) => message).join(' '))
  return document
}
const between = (before: string, after: string) => diffPlaybooks(read(before), read(after))
const said = (before: string, after: string) => {
  const diff = between(before, after)
  return [...changedSteps(diff).flatMap(sentencesOf), ...diff.texts.map(({ sentence }) => sentence)]
}
const idsOf = (before: string, after: string) => between(before, after).steps.map((step) => [step.before?.id ?? null, step.after?.id ?? null])

const book = `
## Confirm
- [ ] Compare the photos with the brand guide
- [ ] Order value {input: money, save: order.value}
- (?) Has the seller shown proof?
  - Yes
    - [ ] Thank the buyer
  - No
    - [ ] Ask for proof
    - [!] Hand it over {queue: brand}

## Decide
- [=] Remove listing
- [=] No violation
`
const swap = (from: string, to: string) => book.replace(from, to)

describe('one edit is said in one sentence', () => {
  test.each<[string, string, string[], boolean]>([
    ['nothing', book, [], false],
    ['a step more', swap('- [ ] Order', '- [ ] Save the page\n- [ ] Order'), ['Step 2 is new.'], true],
    ['an optional step more', swap('- [ ] Order', '- [ ] Save the page {optional}\n- [ ] Order'), ['Step 2 is new, and optional.'], false],
    ['a step less', swap('    - [ ] Ask for proof\n', ''), ['Step 5 was removed.'], true],
    ['made optional', swap('brand guide', 'brand guide {optional}'), ['Step 1 is now optional.'], false],
    ['evidence', swap('brand guide', 'brand guide {evidence: note}'), ['Step 1 now asks for a note.'], true],
    ['a condition', swap('{queue: brand}', '{queue: brand, when: order.value >= 5}'), ['Step 6 now applies in some cases only.'], true],
    ['another queue', swap('{queue: brand}', '{queue: fraud}'), ['Step 6 now goes to fraud.'], true],
    ['a severity', swap('{queue: brand}', '{queue: brand, severity: S1}'), ['Step 6 is now sent as S1.'], true],
    ['another type', swap('input: money', 'input: number'), ['Step 2 now takes a number instead of an amount.'], true],
    ['another name', swap('save: order.value', 'save: order.total'), ['Step 2 is kept as order.total now.'], false],
    ['a new kind', swap('- [ ] Thank the buyer', '- [ ] Thank the buyer {snippet: thanks}'), ['Step 4 is now a reply to insert.'], true],
    ['an option more', swap('  - No\n', '  - Not yet\n  - No\n'), ['Step 3 has a new option: “Not yet”.'], true],
    ['an outcome less', swap('- [=] No violation\n', ''), ['Step 7 no longer has the outcome “No violation”.'], true],
    ['an outcome reworded', swap('[=] Remove listing', '[=] Remove the listing'), ['Step 7 says “Remove the listing” instead of “Remove listing”.'], true],
    ['an explanation', swap('brand guide', 'brand guide\n\n  Look at the labels.'), ['Step 1 is explained otherwise.'], false],
    ['a spelling', swap('Compare the photos', 'Compare the Photos'), ['Step 1 is spelled otherwise.'], false],
    ['a reworded step', swap('Compare the photos', 'Check the photos'), ['Step 1 is reworded; it was “Compare the photos with the brand guide”.'], true],
    ['a number in the wording', swap('Thank the buyer', 'Thank the buyer within 2 days'), ['Step 4 is reworded; it was “Thank the buyer”.'], true],
    ['a section renamed', swap('## Confirm', '## Check first'), ['The section “Confirm” is now called “Check first”.'], false],
    ['the section of a decision renamed', swap('## Decide', '## Outcome'), ['The section “Decide” is now called “Outcome”.'], false],
    [
      'a new order',
      book
        .replace('- [ ] Order value {input: money, save: order.value}\n', '')
        .replace('## Confirm\n', '## Confirm\n- [ ] Order value {input: money, save: order.value}\n'),
      ['Step 1 now comes first.'],
      false,
    ],
    [
      'another branch',
      swap('    - [ ] Ask for proof\n', '').replace('  - No\n', '    - [ ] Ask for proof\n  - No\n'),
      ['Step 5 now belongs to the answer “Yes”.'],
      false,
    ],
    [
      'another section',
      swap('- [ ] Order value {input: money, save: order.value}\n', '').replace(
        '## Decide\n',
        '## Decide\n- [ ] Order value {input: money, save: order.value}\n',
      ),
      ['Step 6 moved to “Decide”.'],
      false,
    ],
  ])('%s', (_name, after, sentences, material) => {
    expect(said(book, after)).toEqual(sentences)
    expect(isMaterial(between(book, after))).toBe(material)
    expect(isEmptyDiff(between(book, after))).toBe(sentences.length === 0)
  })

  test('a step that was optional is now required', () => {
    expect(said('- [ ] One {optional}\n- [ ] Two', '- [ ] One\n- [ ] Two')).toEqual(['Step 1 is now required.'])
  })
  test('where escalations go when a step says nothing else', () => {
    const before = read('- [ ] One')
    const diff = diffPlaybooks(before, { ...before, queue: 'fraud', severity: 'S1', title: 'Fake goods' })
    expect(diff.texts.map(({ sentence }) => sentence)).toEqual([
      'The playbook is now called “Fake goods”.',
      'The playbook’s severity is now S1.',
      'Escalations now go to fraud where a step says nothing else.',
    ])
    expect(isMaterial(diff)).toBe(true)
  })
  test('several edits of one step are several sentences', () => {
    expect(said('- [ ] One {#one, optional}', '- [ ] Wholly other {#one, evidence: link}')).toEqual([
      'Step 1 is reworded; it was “One”.',
      'Step 1 is now required.',
      'Step 1 now asks for a link.',
    ])
  })
})

describe('which step is which', () => {
  test('a derived id follows the wording, and the step is still the same one', () => {
    expect(idsOf('- [ ] Ask the buyer for proof\n- [ ] Wait', '- [ ] Ask the buyer for a proof of purchase\n- [ ] Wait')).toEqual([
      ['ask-the-buyer-for-proof', 'ask-the-buyer-for-a-proof-of-purchase'],
      ['wait', 'wait'],
    ])
  })
  test('of two steps with the same words in two branches each stays in its own', () => {
    const both = '- (?) Which?\n  - Yes\n    - [ ] Reply\n  - No\n    - [ ] Reply'
    expect(idsOf(both, '- (?) Which?\n  - No\n    - [ ] Reply\n  - Later')).toEqual([
      ['which', 'which'],
      ['reply', null],
      ['reply-2', 'reply'],
    ])
  })
  test('a step that came in between is not taken for the one that went', () => {
    expect(said('- [ ] Check the photos\n- [ ] Close it', '- [ ] Lock the account today\n- [ ] Close it')).toEqual(['Step 1 was removed.', 'Step 1 is new.'])
  })
  test('steps with the same beginning are two steps unless one stands where the other stood', () => {
    const [before, after] = ['- [ ] Check the photos\n- [ ] Close it', '- [ ] Close it\n- [ ] Check the serial']
    expect(said(before, after)).toEqual(['Step 1 was removed.', 'Step 2 is new.'])
    expect(said(before, '- [ ] Check the serial\n- [ ] Close it')).toEqual(['Step 1 is reworded; it was “Check the photos”.'])
  })
  test('an input that is kept under the same name is the same input', () => {
    expect(idsOf('- [ ] Order value {input: money, save: order.value}', '- [ ] What was paid {input: money, save: order.value}')).toEqual([
      ['order-value', 'what-was-paid'],
    ])
  })
  test('a reworded question keeps its branches', () => {
    const after = swap('Has the seller shown proof?', 'Has the seller shown proof of authenticity?')
    expect(said(book, after)).toEqual(['Step 3 is reworded; it was “Has the seller shown proof?”.'])
  })
  test('a jump leads where it led when its target is reworded, and elsewhere when it is another step', () => {
    const before = '- [ ] Look\n- [>] Nothing found {to: write-it-down}\n- [ ] Ask\n- [ ] Write it down\n- [ ] File it'
    const reworded = before.replace('Write it down', 'Write it all down').replace('to: write-it-down', 'to: write-it-all-down')
    expect(said(before, reworded)).toEqual(['Step 4 is reworded; it was “Write it down”.'])
    expect(said(before, before.replace('to: write-it-down', 'to: file-it'))).toEqual(['Step 2 now goes on at another step.'])
  })
  test('a written id stays whatever the step says', () => {
    expect(idsOf('- [ ] One thing {#x}', '- [ ] Something else {#x}')).toEqual([['x', 'x']])
  })
})

test.each([
  ['Ask for proof', 'ask for PROOF', 1],
  ['Café', 'cafe', 1],
  ['Ask for proof', 'Proof: ask for', 1],
  ['Over 50 %', 'Over 50', 0.92],
  ['a', 'b', 0],
  ['', '!', 0],
])('%j and %j are %d alike', (a, b, wanted) => {
  expect(similarity(a, b)).toBeCloseTo(wanted, 1)
  expect(similarity(b, a)).toBe(similarity(a, b))
})

test('as few as possible are said to have moved', () => {
  expect([...movedPositions([0, 1, 2, 3])]).toEqual([])
  expect([...movedPositions([3, 0, 1, 2])]).toEqual([0])
  expect(movedPositions([1, 0]).size).toBe(1)
})

describe('of any two versions', () => {
  test('a version does not differ from itself', () => {
    fc.assert(fc.property(playbook, (document) => isEmptyDiff(diffPlaybooks(document, structuredClone(document)))))
  })
  test('every step of both is accounted for exactly once, in the later order', () => {
    fc.assert(
      fc.property(
        playbook.chain((before) => fc.record({ before: fc.constant(before), after: fc.oneof(edited(before), playbook) })),
        ({ before, after }) => {
          const { steps } = diffPlaybooks(before, after)
          expect(steps.flatMap(({ before: step }) => (step ? [step.id] : [])).sort()).toEqual(
            allSteps(before)
              .map(({ id }) => id)
              .sort(),
          )
          expect(steps.flatMap(({ after: step }) => (step ? [step.id] : []))).toEqual(allSteps(after).map(({ id }) => id))
          for (const step of steps) {
            const kinds = step.changes.map(({ kind }) => kind)
            expect(kinds.includes('added')).toBe(step.before === null)
            expect(kinds.includes('removed')).toBe(step.after === null)
          }
        },
      ),
    )
  })
  test('the same two give the same answer', () => {
    fc.assert(fc.property(playbook, playbook, (a, b) => void expect(diffPlaybooks(structuredClone(a), structuredClone(b))).toEqual(diffPlaybooks(a, b))))
  })
})
