import { describe, expect, test } from 'vitest'
import { parseCondition } from '../../lib/playbook/condition-text.ts'
import { parsePlaybook } from '../../lib/playbook/parse.ts'
import { parseSite, printSite } from '../../lib/playbook/site-file.ts'
import { selectorFault } from '../../lib/playbook/site-selectors.ts'
import { parseSnippet } from '../../lib/playbook/snippet-file.ts'
import type { Step } from '../../lib/schema/playbook.ts'

const read = (body: string) => parsePlaybook(`---\ntitle: A\n---\n${body}`)
const stepsOf = (body: string): Step[] => read(body).document!.sections.flatMap((section) => section.steps)

describe('steps', () => {
  const kinds: [markdown: string, expected: Partial<Step> | Record<string, unknown>][] = [
    ['- [ ] One', { kind: 'check', id: 'one', label: 'One', optional: false, when: null, evidence: null }],
    ['- [ ] One {evidence: note, optional, #first}', { kind: 'check', id: 'first', optional: true, evidence: 'note' }],
    ['- [ ] One {input: money, save: order.value}', { kind: 'input', input: 'money', save: 'order.value' }],
    ['- [ ] One {snippet: ask}', { kind: 'snippet', snippet: 'ask' }],
    ['- [!] One {queue: a, severity: S1}', { kind: 'escalate', queue: 'a', severity: 'S1' }],
    ['- [>] One {to: two, optional}', { kind: 'jump', to: 'two', optional: true, label: 'One' }],
    ['- [!] One', { kind: 'escalate', queue: null, severity: null }],
    ['- [ ] Größe **prüfen**', { id: 'grosse-prufen', label: 'Größe prüfen' }],
    ['- [ ] Ask {{case.requester}}', { kind: 'check', label: 'Ask {{case.requester}}' }],
    ['- [ ] One \\{optional}', { label: 'One {optional}', optional: false }],
    ['- [ ] One {when: a = "x, } y"}', { label: 'One', when: { op: 'compare', field: 'a', comparator: '=', value: 'x, } y' } }],
    ['- [ ] One {optional,\n  when: known a}', { label: 'One', optional: true, when: { op: 'known', field: 'a' } }],
    ['- [ ] One\n\n  Text', { detail: [{ type: 'paragraph', children: [{ type: 'text', text: 'Text' }] }] }],
  ]
  test.each(kinds)('%s is read', (markdown, expected) => {
    expect(read(markdown).problems).toEqual([])
    expect(stepsOf(markdown)).toMatchObject([expected])
  })

  test('ids lose accents and are made unique, around those that are written out', () => {
    expect(stepsOf('- [ ] Prüfen\n- [ ] Prufen\n- [ ] Other {#prufen}').map((step) => step.id)).toEqual(['prufen-2', 'prufen-3', 'prufen'])
  })

  test('options hold steps, to any depth', () => {
    const [choice] = stepsOf('- (?) Q\n  - Yes {#y}\n    - (?) R\n      - A\n        - [ ] Deep\n      - B\n  - No')
    expect(choice).toMatchObject({
      kind: 'choice',
      options: [
        { id: 'y', label: 'Yes', steps: [{ kind: 'choice', options: [{ steps: [{ label: 'Deep' }] }, { label: 'B' }] }] },
        { id: 'no', steps: [] },
      ],
    })
  })

  test('neighbouring outcomes are one decision, named after its section', () => {
    const steps = stepsOf('## Rule\n- [=] Keep\n- [=] Remove\n\n* [=] Third')
    expect(steps).toMatchObject([
      { id: 'rule', label: 'Rule', outcomes: [{ label: 'Keep' }, { label: 'Remove' }] },
      { id: 'rule-2', outcomes: [{ label: 'Third' }] },
    ])
  })

  test('a line of nothing but braces is words, however long it is', () => {
    for (const line of ['{'.repeat(150_000), '{"'.repeat(75_000), '{#a '.repeat(37_000)])
      expect(read(line).problems.filter(({ code }) => code === 'attribute-block')).toEqual([])
  })
  test('an escaped mark and a plain list stay prose', () => {
    const { document, problems } = read('- \\[ ] not a step\n- plain\n')
    expect(problems).toEqual([])
    expect(document).toMatchObject({ intro: [{ type: 'list' }], sections: [] })
  })
})

describe('conditions', () => {
  test.each(['', 'a', 'a =', '= 1', 'a = 1 b', '(a = 1', 'a = 1)', 'A = 1', 'not', 'known', 'a = "x', 'a == 1', `${'('.repeat(90)}a = 1`])(
    '%s is refused with a sentence',
    (text) => {
      expect(parseCondition(text)).toMatchObject({ fault: expect.stringMatching(/\.$/), at: expect.any(Number) })
    },
  )

  test('and binds tighter than or, not tighter than both', () => {
    expect(parseCondition('a = 1 or not b = 2 and known c')).toMatchObject({
      condition: { op: 'or', of: [{ op: 'compare' }, { op: 'and', of: [{ op: 'not' }, { op: 'known' }] }] },
    })
  })
})

describe('site files', () => {
  const yaml = `name: Desk\norigins: [https://desk.example.com]\npages:\n  - name: Ticket\n    path: /t/*\n    caseId: [{from: url, part: path, pattern: "^/t/(\\\\d+)"}]\n    fields: []\n    reply: [textarea]\nverified: Desk 1, 2026-11-01\n`

  test('a printed site is read back as the same site', () => {
    const { draft, problems } = parseSite(yaml)
    expect(problems).toEqual([])
    expect(parseSite(printSite(draft!))).toEqual({ draft, problems: [] })
  })

  test.each([
    ['selector', '[textarea]', '["a::before"]', '8:13'],
    ['pattern', '(\\\\d+)', '(?=a)', '6:47'],
    ['origin', 'https://desk.example.com', 'https://desk.example.com/path', '2:11'],
    ['shape', 'reply: [textarea]', 'reply: textarea', '8:12'],
    ['link', 'reply: [textarea]', 'reply: []\n    link: https://elsewhere.example/{case}', '9:11'],
    ['unknown-key', 'reply: [textarea]', 'reply: []\n    colour: red', '9:5'],
    ['yaml', 'name: Desk', 'name: [Desk', '2:1'],
  ])('%s is reported where it stands', (code, from, to, at) => {
    const { draft, problems } = parseSite(yaml.replace(from, to))
    expect(draft).toBeNull()
    expect(`${problems[0]?.line}:${problems[0]?.column} ${problems[0]?.code}`).toBe(`${at} ${code}`)
  })

  test.each(['a::before', ':visited', 'a:contains(x)', 'svg|a', 'a[', '', 'a ! b', ':not(:hover)', 'a'.repeat(401)])(
    'the selector %s is refused',
    (selector) => {
      expect(selectorFault(selector)).toMatch(/\.$/)
    },
  )

  test.each(['#a .b > c[d="e"] + f ~ g', 'a:not(.b):nth-child(2n+1)', 'tr:has(> td)', '*'])('the selector %s is allowed', (selector) => {
    expect(selectorFault(selector)).toBeNull()
  })
})

test.each([
  ['variable', '---\ntitle: A\n---\nHello {{Case}}', '4:7'],
  ['title', '---\ntags: [a]\n---\nHello', '1:1'],
  ['tags', '---\ntitle: A\ntags: {a: b}\n---\nHello', '3:7'],
  ['empty', '---\ntitle: A\n---\n', '1:1'],
  ['html', '---\ntitle: A\n---\nHello <b>you</b>', '4:7'],
  ['front-matter', 'Hello', '1:1'],
])('%s is reported in a snippet', (code, markdown, at) => {
  const { draft, problems } = parseSnippet(markdown)
  expect(draft).toBeNull()
  expect(`${problems[0]?.line}:${problems[0]?.column} ${problems[0]?.code}`).toBe(`${at} ${code}`)
})
