import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SnippetPart } from '../../../lib/playbook/snippet/part.ts'
import { dateForms, dateUnits } from '../../../lib/playbook/snippet/part.ts'
import { printParts } from '../../../lib/playbook/snippet/print-parts.ts'
import { readParts } from '../../../lib/playbook/snippet/read-parts.ts'
import { parseSnippet } from '../../../lib/playbook/snippet-file.ts'

const partsOf = (body: string) => readParts(body).parts
const faultsOf = (body: string) => readParts(body).faults

describe('the parts of a snippet', () => {
  test.each<[body: string, parts: unknown[]]>([
    ['{{case.requester}}', [{ kind: 'field', field: 'case.requester', fallback: null }]],
    ['{{ case.requester | there }}', [{ kind: 'field', field: 'case.requester', fallback: 'there' }]],
    ['{{date}}', [{ kind: 'date', offset: null, form: 'long' }]],
    ['{{date +3d}}', [{ kind: 'date', offset: { amount: 3, unit: 'day' }, form: 'long' }]],
    ['{{date -1 week, weekday}}', [{ kind: 'date', offset: { amount: -1, unit: 'week' }, form: 'weekday' }]],
    ['{{Date + 3 business  days, iso}}', [{ kind: 'date', offset: { amount: 3, unit: 'business day' }, form: 'iso' }]],
    ['{{date.of.birth}}', [{ kind: 'field', field: 'date.of.birth', fallback: null }]],
    ['{{choose: What | a b | c}}', [{ kind: 'choose', label: 'What', options: ['a b', 'c'] }]],
    ['{{ask: Amount}}', [{ kind: 'ask', label: 'Amount', preset: '', isLong: false }]],
    ['{{ask lines: Why | because}}', [{ kind: 'ask', label: 'Why', preset: 'because', isLong: true }]],
    ['{{cursor}}', [{ kind: 'cursor' }]],
    ['{{optional: Thanks}}T{{end}}', [{ kind: 'optional', label: 'Thanks', isOn: true, parts: [{ kind: 'text', text: 'T' }] }]],
    ['{{optional: Thanks | off}}{{end}}', [{ kind: 'optional', label: 'Thanks', isOn: false, parts: [] }]],
    [
      '{{if: order.value >= 100}}A{{else}}B{{end}}',
      [
        {
          kind: 'if',
          when: { op: 'compare', field: 'order.value', comparator: '>=', value: 100 },
          parts: [{ kind: 'text', text: 'A' }],
          otherwise: [{ kind: 'text', text: 'B' }],
        },
      ],
    ],
  ])('%s', (body, parts) => expect(readParts(body)).toEqual({ parts, faults: [] }))

  test.each<[body: string, at: number, code: string, message: string]>([
    ['Hi {{Case}}', 3, 'variable', 'is not a variable'],
    ['Hi {{case.x', 3, 'variable', 'is not closed'],
    ['{{chose: a | b | c}}', 2, 'part', '"chose" is nothing that a snippet knows'],
    ['{{choose: a | b}}', 0, 'part', 'There are 1 texts'],
    ['{{choose: a | b | }}', 0, 'part', 'is empty'],
    ['{{choose: a | b | b}}', 0, 'part', 'twice'],
    ['{{choose: | b | c}}', 0, 'part', 'The question has no words'],
    ['{{ask: a | b | c}}', 0, 'part', 'one default only'],
    ['{{optional: a | maybe}}{{end}}', 0, 'part', 'on or off'],
    ['{{date +3 moons}}', 0, 'part', 'is not a date'],
    ['{{date, roman}}', 0, 'part', 'is not a date'],
    ['{{date +9999 days}}', 0, 'part', 'too far'],
    ['{{if: order.value >= }}a{{end}}', 21, 'condition', 'The condition ends where a value is expected'],
    ['{{if: Order = 1}}a{{end}}', 6, 'condition', 'is not a field'],
    ['a {{if: known a}}b', 2, 'open-part', '{{if: ...}} is not ended'],
    ['{{optional: a}}b', 0, 'open-part', '{{optional: a}} is not ended'],
    ['a {{end}}', 2, 'part', 'nothing that {{end}} could end'],
    ['{{optional: a}}{{else}}{{end}}', 15, 'part', '{{else}} stands outside'],
    ['{{cursor}} {{cursor}}', 11, 'part', 'A second {{cursor}}'],
    ['{{choose: a | b | c}} {{choose: a | b | d}}', 22, 'part', 'with other texts'],
    ['{{if: known a}}'.repeat(6) + '{{end}}'.repeat(6), 75, 'too-many-parts', 'more than 5 levels'],
    ['{{a}}'.repeat(201), 1000, 'too-many-parts', 'more than 200 parts'],
    [Array.from({ length: 31 }, (_, at) => `{{ask: q${at}}}`).join(''), 0, 'too-many-parts', 'asks 31 questions'],
  ])('%s is a fault with place, reason and remedy', (body, at, code, message) => {
    expect(faultsOf(body)[0]).toEqual({ at, code, message: expect.stringContaining(message), fix: expect.stringMatching(/[.}]$/) })
  })

  test('lint says line and column in the file', () => {
    const { problems, draft } = parseSnippet('---\ntitle: A\n---\n\nHello\nand {{choose: a | b}} now\n')
    expect([draft, problems]).toEqual([null, [expect.objectContaining({ severity: 'error', line: 6, column: 5, code: 'part' })]])
  })
  test('what a snippet of before said as a field still is one', () => {
    expect(partsOf('{{end}} {{else}}')).toEqual([
      { kind: 'field', field: 'end', fallback: null },
      { kind: 'text', text: ' ' },
      { kind: 'field', field: 'else', fallback: null },
    ])
  })

  const word = fc.stringMatching(/^[A-Za-z][a-z ?']{0,10}[a-z]$/)
  const field = fc.constantFrom('case.requester', 'order.value', 'a')
  const leaf: fc.Arbitrary<SnippetPart> = fc.oneof(
    fc.record({ kind: fc.constant('field' as const), field, fallback: fc.option(word) }),
    fc.record({
      kind: fc.constant('date' as const),
      offset: fc.option(
        fc.record({
          amount: fc.integer({ min: -99, max: 99 }).filter((amount) => amount !== 0),
          unit: fc.constantFrom(...dateUnits),
        }),
      ),
      form: fc.constantFrom(...dateForms),
    }),
    fc.record({ kind: fc.constant('ask' as const), label: word, preset: fc.oneof(fc.constant(''), word), isLong: fc.boolean() }),
    fc.record({ kind: fc.constant('choose' as const), label: fc.uuid(), options: fc.uniqueArray(word, { minLength: 2, maxLength: 4 }) }),
  )
  /** Neighbouring texts are one text, and an empty one is none. */
  const joined = (parts: SnippetPart[]): SnippetPart[] =>
    parts.flatMap((part, at): SnippetPart[] => {
      if (part.kind !== 'text') return [part]
      if (parts[at - 1]?.kind === 'text') return []
      const end = parts.findIndex((one, place) => place > at && one.kind !== 'text')
      const text = parts
        .slice(at, end < 0 ? undefined : end)
        .map((one) => (one.kind === 'text' ? one.text : ''))
        .join('')
      return text === '' ? [] : [{ kind: 'text', text }]
    })
  const { parts: tree } = fc.letrec<{ parts: SnippetPart[]; part: SnippetPart }>((tie) => ({
    parts: fc.array(tie('part'), { maxLength: 4 }).map(joined),
    part: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.record({ kind: fc.constant('text' as const), text: fc.string().map((text) => text.replace(/[{}]/g, '')) }),
      leaf,
      fc.record({ kind: fc.constant('optional' as const), label: word, isOn: fc.boolean(), parts: tie('parts') }),
      fc.record({
        kind: fc.constant('if' as const),
        when: fc.record({ op: fc.constant('known' as const), field }),
        parts: tie('parts'),
        otherwise: fc.option(tie('parts')),
      }),
    ),
  }))
  test('reading what is printed gives equal parts', () => {
    fc.assert(
      fc.property(tree, (parts) => {
        expect(readParts(printParts(parts))).toEqual({ parts, faults: [] })
      }),
    )
  })
  test('no text is lost, whatever is written', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('{{', '}}', '{{end}}', '{{else}}', '{{if: known a}}', '{{optional: a}}', '{{a|b}}', '|', ':', '\n'))
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const body = pieces.join('')
        const words = (text: string) => text.replace(/\s|\{\{end\}\}/g, '')
        const { parts, faults } = readParts(body)
        const again = readParts(printParts(parts))
        if (faults.length === 0) expect(words(printParts(parts))).toBe(words(body))
        expect(printParts(again.parts)).toBe(printParts(parts))
      }),
      { examples: [[['{{if: known a}}', '{']]] },
    )
  })
})
