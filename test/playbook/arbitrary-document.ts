// Documents for the round-trip properties: any that the parser could return, built from hostile words rather than pretty ones.
import fc from 'fast-check'
import { normalInline, normalLine } from '../../lib/playbook/normal-inline.ts'
import { plainText } from '../../lib/playbook/plain-text.ts'
import { allSteps, scopesOf } from '../../lib/playbook/step-ids.ts'
import type { Condition } from '../../lib/schema/condition.ts'
import type { Cue, InputRules, InputType, Option, PlaybookDocument, Section, Step, Trigger } from '../../lib/schema/playbook.ts'
import type { Block, Inline } from '../../lib/schema/rich-text.ts'

/** Words that look like the format's own signs, Markdown, YAML or HTML. */
const trap = fc.constantFrom(
  ...[
    '[ ] a',
    '(?) b',
    '[!] c',
    '[=] d',
    '[>] j',
    '[x] e',
    '{optional}',
    '{#id}',
    'x {when: a = 1}',
    '{{case.requester}}',
    '{',
    '}',
    '\\',
    '\\{',
    '{"',
    '- a',
    '1. a',
    '# a',
    '## a',
  ],
  ...[
    '---',
    '===',
    '***',
    '> q',
    '<b>',
    '<!-- c -->',
    '&amp;',
    '&',
    '*',
    '**a**',
    '_',
    '__a__',
    '~~',
    '~',
    '`',
    '``',
    '|',
    '|a|b|',
    '![i](u)',
    '[a](https://b.c)',
    '[a]: https://b.c',
  ],
  ...[
    'https://a.b',
    'a@b.c',
    '<https://a.b>',
    ':',
    ' ',
    '  ',
    'a  b',
    'ß',
    'É',
    '\u00a0',
    '\u200b',
    'null',
    'true',
    '1e3',
    '"',
    "'",
    '!',
    '+',
    '=',
    '~~~',
    '```',
    '\t',
    '(',
    ')',
    '[',
    ']',
  ],
)
export const words = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('a', 'Compare photos', 'Yes', 'No', 'Order value') },
  { weight: 3, arbitrary: trap },
  { weight: 2, arbitrary: fc.array(trap, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 20, unit: 'binary' }) },
)
// NUL cannot be written in Markdown at all.
const visible = words.map((text) => text.replaceAll('\0', 'x').replace(/[\r\n]/g, ' '))
const url = fc.constantFrom(
  'https://example.com/a?b=c&d=(e)',
  'mailto:a@example.com',
  'playbook:other',
  'https://example.com/<a>_b_*c*',
  'https://a.b/\\[x]`{y}',
)

const { inline } = fc.letrec<{ inline: Inline[]; node: Inline }>((tie) => ({
  inline: fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
  node: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'inline' },
    visible.map((text): Inline => ({ type: 'text', text })),
    visible.map((text): Inline => ({ type: 'code', text })),
    fc.constant<Inline>({ type: 'break' }),
    fc.record({ type: fc.constantFrom('strong' as const, 'emphasis' as const, 'delete' as const), children: tie('inline') }),
    fc.record({ type: fc.constant('link' as const), url, children: tie('inline').map(withoutLinks) }),
  ),
}))

// Inside a link, code with `]:` at the start of a paragraph reads as a link definition, and code has no escapes: Markdown cannot say it.
function withoutLinks(nodes: Inline[]): Inline[] {
  return nodes.flatMap((node) => {
    if (node.type === 'link') return withoutLinks(node.children)
    if (node.type === 'code') return [{ type: 'code', text: node.text.replaceAll(']', ')') }]
    return 'children' in node ? [{ ...node, children: withoutLinks(node.children) }] : [node]
  })
}

const orWords = (nodes: Inline[]): Inline[] => (plainText(nodes) === '' ? [{ type: 'text', text: 'a' }] : nodes)
const several = inline.map((nodes) => orWords(normalInline(nodes)))
const one = inline.map((nodes) => normalLine(nodes))
// GFM has no way to write a backslash before a bar in code in a table.
const cell = one.map((nodes) => normalLine(withoutEscapedBars(nodes)))

function withoutEscapedBars(nodes: Inline[]): Inline[] {
  return nodes.map((node): Inline => {
    if (node.type === 'code') return { type: 'code', text: node.text.replace(/\\+\|/g, '|') }
    return 'children' in node ? { ...node, children: withoutEscapedBars(node.children) } : node
  })
}

const { blocks } = fc.letrec<{ blocks: Block[]; block: Block }>((tie) => ({
  blocks: fc.array(tie('block'), { maxLength: 3 }),
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'block' },
    several.map((children): Block => ({ type: 'paragraph', children })),
    fc.record({ type: fc.constant('heading' as const), depth: fc.integer({ min: 3, max: 6 }), children: one }),
    fc.record({
      type: fc.constant('code' as const),
      language: fc.constantFrom('', 'json', 'a`b'),
      text: fc.array(visible, { maxLength: 3 }).map((lines) => lines.join('\n')),
    }),
    fc.constant<Block>({ type: 'rule' }),
    fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 2 })).chain(([columns, rows]) =>
      fc.record({
        type: fc.constant('table' as const),
        head: fc.array(cell, { minLength: columns, maxLength: columns }),
        rows: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      }),
    ),
    fc.record({ type: fc.constant('list' as const), ordered: fc.boolean(), items: fc.array(tie('blocks'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ type: fc.constant('quote' as const), children: fc.array(tie('block'), { minLength: 1, maxLength: 2 }) }),
  ),
}))

const field = fc.constantFrom('order.value', 'case.category', 'and', 'known', 'not', 'a')
export const condition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'condition' },
    fc.record({
      op: fc.constant('compare' as const),
      field,
      comparator: fc.constantFrom('=' as const, '!=' as const, '<' as const, '<=' as const, '>' as const, '>=' as const),
      value: fc.oneof(
        words,
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
      ),
    }),
    fc.record({ op: fc.constant('known' as const), field }),
    fc.record({ op: fc.constant('not' as const), of: tie('condition') }),
    fc.record({ op: fc.constantFrom('and' as const, 'or' as const), of: fc.array(tie('condition'), { minLength: 2, maxLength: 3 }) }),
  ),
})).condition

const slug = fc.constantFrom('a', 'compare-photos', 'yes', 'no', 'order-value', 'x-2', 'a-2', 'decide')
const line = several.map((text) => ({ text, label: plainText(text) }))
const common = {
  detail: blocks,
  optional: fc.boolean(),
  when: fc.option(condition),
  evidence: fc.option(fc.constantFrom('note' as const, 'screenshot' as const)),
}

// Values stand on one line, without blanks at the ends; two that differ only in case are one.
const typed = words.map((text) => text.replace(/[\t\n\r]/g, ' ').trim()).filter((text) => text !== '' && text.length <= 100)
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)
const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
const range = <T extends number | string>(bound: fc.Arbitrary<T>) =>
  fc.tuple(fc.option(bound), fc.option(bound)).map(([one, other]) => {
    const [min, max] = one !== null && other !== null && one > other ? [other, one] : [one, other]
    return { ...(min === null ? {} : { min }), ...(max === null ? {} : { max }) }
  })
export const asked: fc.Arbitrary<{ input: InputType } & InputRules> = fc.oneof(
  fc.constantFrom<{ input: InputType }>({ input: 'text' }, { input: 'email' }, { input: 'url' }),
  typed.map((form) => ({ input: 'text' as const, form })),
  fc.tuple(fc.constantFrom('number' as const, 'money' as const), range(number)).map(([input, rules]) => ({ input, ...rules })),
  range(day).map((rules) => ({ input: 'date' as const, ...rules })),
  fc.uniqueArray(typed, { minLength: 2, maxLength: 5, selector: (text) => text.toLowerCase() }).map((of) => ({ input: 'one-of' as const, of })),
)

const { steps } = fc.letrec<{ steps: Step[]; step: Step; option: Option }>((tie) => ({
  steps: fc.array(tie('step'), { maxLength: 4 }),
  option: fc.record({ line, steps: tie('steps'), id: slug }).map((made): Option => ({ id: made.id, ...made.line, steps: made.steps })),
  step: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'step' },
    fc.record({ line, id: slug, ...common }).map(({ line: words, ...rest }): Step => ({ ...rest, ...words, kind: 'check' })),
    fc
      .record({ line, id: slug, ...common, asked })
      .map(({ line: words, asked: { input, ...rules }, ...rest }): Step => ({ ...rest, ...words, kind: 'input', input, save: 'order.value', ...rules })),
    fc.record({ line, id: slug, ...common }).map(({ line: words, ...rest }): Step => ({ ...rest, ...words, kind: 'snippet', snippet: 'ask-for-proof' })),
    fc
      .record({ line, id: slug, queue: fc.option(slug), severity: fc.option(fc.constantFrom('S1' as const, 'S4' as const)), ...common })
      .map(({ line: words, ...rest }): Step => ({ ...rest, ...words, kind: 'escalate' })),
    fc.record({ line, id: slug, to: slug, ...common }).map(({ line: words, ...rest }): Step => ({ ...rest, ...words, kind: 'jump' })),
    fc.record({ id: slug, ...common, outcomes: fc.array(fc.record({ line, id: slug }), { minLength: 1, maxLength: 3 }) }).map(
      (made): Step => ({
        ...made,
        text: [],
        label: '',
        detail: [],
        kind: 'decide',
        outcomes: made.outcomes.map((outcome) => ({ id: outcome.id, ...outcome.line })),
      }),
    ),
    fc
      .record({ line, id: slug, ...common, options: fc.array(tie('option'), { minLength: 1, maxLength: 3 }) })
      .map(({ line: words, ...rest }): Step => ({ ...rest, ...words, kind: 'choice' })),
  ),
}))

const title = visible.map(
  (text) =>
    plainText(normalInline([{ type: 'text', text }]))
      .replace(/\s+/g, ' ')
      .trim() || 'Title',
)
const section = fc.record({ id: slug, title, prose: blocks, steps })
const term = words.filter((text) => text.length <= 200)
const bound = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0))
const cue: fc.Arbitrary<Cue> = fc.oneof(
  fc.record({ kind: fc.constant('url' as const), pattern: term }),
  fc.record({ kind: fc.constant('field' as const), field, is: fc.array(term, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('field-contains' as const), field, contains: fc.array(term, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('field-matches' as const), field, matches: fc.constantFrom('^VIP-\\d+$', '(?i)a: b', "it's", '- a', '#1', '"a"') }),
  fc.record({ kind: fc.constant('field-range' as const), field, from: bound, to: bound }).filter(({ from, to }) => from !== null || to !== null),
  fc.record(
    { kind: fc.constant('keywords' as const), terms: fc.array(term, { maxLength: 3 }), in: fc.constantFrom('subject' as const, 'conversation' as const) },
    { requiredKeys: ['kind', 'terms'] },
  ),
)
const trigger: fc.Arbitrary<Trigger> = fc.oneof(
  cue,
  cue.map((of) => ({ kind: 'not' as const, of })),
)

export const playbook: fc.Arbitrary<PlaybookDocument> = fc
  .record({
    title: term,
    severity: fc.option(fc.constantFrom('S1' as const, 'S2' as const)),
    owner: fc.option(term),
    reviewEveryDays: fc.option(fc.integer({ min: 1, max: 3650 })),
    queue: fc.option(slug),
    triggers: fc.array(trigger, { maxLength: 3 }),
    intro: blocks,
    sections: fc.array(section, { maxLength: 3 }),
  })
  .map((document) => ({ ...document, sections: settled(document.sections) }))

/** Gives decisions their section's title and makes ids unique, as the parser does. */
function settled(sections: Section[]): Section[] {
  for (const one of sections) {
    for (const step of allSteps(one.steps)) {
      if (step.kind !== 'decide') continue
      step.label = one.title
      step.text = [{ type: 'text', text: one.title }]
    }
  }
  for (const scope of scopesOf(sections)) {
    const taken = new Set<string>()
    for (const { target } of scope) {
      const base = target.id
      for (let count = 3; taken.has(target.id); count += 2) target.id = `${base}-${count}`
      taken.add(target.id)
    }
  }
  return sections
}
