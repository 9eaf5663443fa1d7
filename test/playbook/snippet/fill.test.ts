import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { htmlOf } from '../../../lib/domain/rich-html.ts'
import type { Scene } from '../../../lib/playbook/snippet/expand.ts'
import { fillBody, fillParts } from '../../../lib/playbook/snippet/fill.ts'
import { hasForm, questionsOf } from '../../../lib/playbook/snippet/questions.ts'
import { readParts } from '../../../lib/playbook/snippet/read-parts.ts'
import { richBlocks } from '../../../lib/playbook/snippet/rich.ts'

const scene = (values: Record<string, string> = {}, answers: Record<string, string> = {}): Scene => ({
  values,
  answers,
  // A Thursday.
  now: Date.UTC(2026, 10, 26, 12),
  locale: 'en-GB',
  timeZone: 'Europe/Paris',
})
const fill = (body: string, values?: Record<string, string>, answers?: Record<string, string>) => fillBody(body, scene(values, answers))

describe('a snippet as plain text', () => {
  test.each<[body: string, values: Record<string, string>, text: string, missing: string[]]>([
    ['Hello {{case.requester}},', { 'case.requester': 'Dana' }, 'Hello Dana,', []],
    ['Hello {{ case.requester | there }},', {}, 'Hello there,', []],
    ['Order {{order.id}}', {}, 'Order [order.id]', ['order.id']],
    ['**Do not** pay _outside_ the `app`.', {}, 'Do not pay outside the app.', []],
    ['See [our policy](https://x.example/p).', {}, 'See our policy (https://x.example/p).', []],
    ['Write to [a@b.example](mailto:a@b.example)', {}, 'Write to a@b.example', []],
    ['one\ntwo\n\nthree', {}, 'one two\n\nthree', []],
    ['- one\n- two', {}, '- one\n- two', []],
    ['Regards,  \nTrust team', {}, 'Regards,\nTrust team', []],
    ['snake_case_name and 2*3*4', {}, 'snake_case_name and 2*3*4', []],
    ['by {{date +3 business days}}', {}, 'by 1 December 2026', []],
    ['on {{date +1 day, day}}', {}, 'on Friday', []],
    ['{{date}}', { date: '4 May' }, '4 May', []],
    ['{{choose: What | a refund | an exchange}}', {}, 'a refund', []],
    ['{{ask: Amount}} and {{ask: Why | because}}', {}, '[Amount] and because', ['Amount']],
    ['A\n\n{{optional: B}}\nB\n{{end}}\n\nC', {}, 'A\n\nB\n\nC', []],
    ['A\n\n{{optional: B | off}}\nB\n{{end}}\n\nC', {}, 'A\n\nC', []],
    ['A\n\n{{optional: B | off}}B{{end}}', {}, 'A', []],
    ['a {{optional: b | off}}b {{end}}c', {}, 'a c', []],
    ['a {{optional: b | off}}b{{end}} c', {}, 'a c', []],
    ['a{{optional: b | off}}, b{{end}}.', {}, 'a.', []],
    ['- one\n{{optional: two | off}}\n- two\n{{end}}\n- three', {}, '- one\n- three', []],
    ['- one\n{{optional: two}}\n- two\n{{end}}\n- three', {}, '- one\n- two\n- three', []],
    ['{{if: order.value >= 100}}Much{{else}}Little{{end}}.', { 'order.value': '$120' }, 'Much.', []],
    ['{{if: order.value >= 100}}Much{{else}}Little{{end}}.', {}, 'Little.', []],
    ['{{if: known case.order}}\nOrder {{case.order}}\n{{end}}\nBye', {}, 'Bye', []],
    ['{{chose: a | b}}', {}, '{{chose: a | b}}', []],
  ])('%j becomes %j', (body, values, text, missing) => expect(fill(body, values)).toMatchObject({ text, missing }))

  test('answers take the place of defaults, and what was typed for a field that of a gap', () => {
    const body = '{{choose: What | a | b}} {{ask: Why | x}} {{optional: More}}more{{end}} {{case.order}} {{case.requester}}'
    const answers = { 'choose:What': 'b', 'ask:Why': 'y', 'optional:More': 'off', 'field:case.order': '7', 'field:case.requester': 'Eve' }
    expect(fill(body, { 'case.requester': 'Dana' }, answers)).toMatchObject({ text: 'b y 7 Dana', missing: [] })
  })
  test('an answer that is no longer offered is the first text again', () => expect(fill('{{choose: What | a | b}}', {}, { 'choose:What': 'c' }).text).toBe('a'))
  test('a condition sees what was typed for a field', () => {
    expect(fill('{{case.order}}{{if: known case.order}} is late{{end}}', {}, { 'field:case.order': '7' }).text).toBe('7 is late')
  })
  test('the cursor is counted from the end of the text', () => {
    expect(fill('Hello {{cursor}} {{case.requester}}!', { 'case.requester': 'Dana' })).toMatchObject({ text: 'Hello  Dana!', cursorFromEnd: 6 })
    expect(fill('Hello {{cursor}}')).toMatchObject({ text: 'Hello', cursorFromEnd: 0 })
    expect(fill('Hello').cursorFromEnd).toBeNull()
  })
  test('a value from the page is text, never Markdown and never a part', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const { text } = fill('a {{x}} b', { x: value })
        expect(text).toBe(value.trim() === '' ? 'a [x] b' : `a ${value.trim()} b`)
      }),
    )
    expect(fill('{{x}}', { x: '**{{y}}** {{end}}', y: 'secret' }).text).toBe('**{{y}}** {{end}}')
  })
  test('filling is total: any body gives a text, whose pieces are the text', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('{{', '}}', '{{end}}', '{{else}}', '{{if: known a}}', '{{optional: a}}', '{{a}}', '{{cursor}}', '\n', '\n\n'),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const { text, pieces: made } = fill(pieces.join(''))
        expect(made.map((one) => one.text).join('')).toBe(text)
        expect(/[\uE000-\uE003]/.test(text)).toBe(false)
      }),
    )
  })
})

describe('what a snippet asks', () => {
  const ask = (body: string, values?: Record<string, string>, answers?: Record<string, string>) => questionsOf(readParts(body).parts, scene(values, answers))
  test('each question once, in reading order, of the parts that count', () => {
    const body =
      '{{case.order}} {{choose: W | a | b}} {{optional: O | off}}{{ask: In}}{{end}} {{if: v > 1}}{{ask: Much}}{{else}}{{ask: Little}}{{end}} {{choose: W | a | b}}'
    expect(ask(body, { v: '2' }).map(({ key }) => key)).toEqual(['field:case.order', 'choose:W', 'optional:O', 'ask:Much'])
    expect(ask(body, { v: '1', 'case.order': '7' }, { 'optional:O': 'on' }).map(({ key }) => key)).toEqual(['choose:W', 'optional:O', 'ask:In', 'ask:Little'])
  })
  test('a field stays while it is typed in', () => expect(ask('{{a}}', {}, { 'field:a': 'x' })).toMatchObject([{ key: 'field:a', answer: 'x' }]))
  test.each([
    ['Hello {{case.requester}} {{date}}', false],
    ['{{if: known a}}{{ask: b}}{{end}}', true],
    ['{{optional: a}}{{end}}', true],
  ])('%s has a form: %s', (body, has) => expect(hasForm(readParts(body).parts)).toBe(has))
})

describe('a snippet as formatted text', () => {
  const html = (body: string, values?: Record<string, string>) => {
    const blocks = richBlocks(readParts(body).parts, scene(values))
    return blocks && htmlOf(blocks)
  }
  test.each<[body: string, values: Record<string, string>, html: string | null]>([
    ['Hello {{x}}', { x: '**not bold**' }, null],
    ['**Hello {{x}}**', { x: '<b>&"' }, '<p><strong>Hello &lt;b&gt;&amp;&quot;</strong></p>'],
    ['- one {{x}}\n- two', { x: 'a\nb' }, '<ul><li>one a<br>b</li><li>two</li></ul>'],
    ['[See](https://a.example/{{x}})', { x: '"><script> ' }, '<p><a href="https://a.example/%22%3E%3Cscript%3E">See</a></p>'],
    ['[See](javascript:alert) **b**', {}, '<p>See <strong>b</strong></p>'],
    ['[See](playbook:first-look) _b_', {}, '<p>See <em>b</em></p>'],
    ['a <i>x</i> **b**', {}, '<p>a x <strong>b</strong></p>'],
    ['<script>x</script> **b**', {}, null],
    ['1. a\n2. b\n\n> q', {}, '<ol><li>a</li><li>b</li></ol><blockquote><p>q</p></blockquote>'],
    ['{{optional: a | off}}**a**{{end}}', {}, null],
  ])('%j becomes %j', (body, values, wanted) => expect(html(body, values)).toBe(wanted))
  test('no value makes a tag, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const made = html('**a** {{x}}', { x: value })!
        expect(made.replace(/^<p><strong>a<\/strong> ?|<\/p>$|<br>/g, '')).not.toMatch(/[<>]/)
      }),
    )
  })
  test('says what the plain text says', () => {
    const parts = readParts('Hello **{{x}}**,\n\n- {{choose: a | one | two}}').parts
    expect(fillParts(parts, scene({ x: 'Dana' })).text).toBe('Hello Dana,\n\n- one')
  })
})
