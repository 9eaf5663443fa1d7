import { describe, expect, test } from 'vitest'
import { snippetsCsv } from '../../../lib/domain/snippets-csv.ts'
import { importCsv } from '../../../lib/playbook/import/csv.ts'
import { readCsv } from '../../../lib/playbook/import/csv-text.ts'
import { importEspanso } from '../../../lib/playbook/import/espanso.ts'
import type { Imported } from '../../../lib/playbook/import/finding.ts'
import { replyBody } from '../../../lib/playbook/import/reply-body.ts'
import { importZendesk } from '../../../lib/playbook/import/zendesk.ts'
import { fillBody } from '../../../lib/playbook/snippet/fill.ts'
import { parseSnippet, printSnippet } from '../../../lib/playbook/snippet-file.ts'

const bodies = ({ snippets }: Imported) => snippets.map(({ draft }) => draft.body)
const dropped = ({ dropped: found }: Imported) => found.map(({ line, reason }) => `${line} ${reason}`)
const notes = ({ notes: found }: Imported) => found.map(({ line, reason }) => `${line} ${reason}`)

describe('tables of snippets', () => {
  test.each<[what: string, text: string, rows: string[][]]>([
    [
      'fields and rows',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'quotes, with commas, quotes and line ends inside',
      '"a,1","b ""x""","c\nd"\ne,f,g\n',
      [
        ['a,1', 'b "x"', 'c\nd'],
        ['e', 'f', 'g'],
      ],
    ],
    [
      'empty fields, also at the end',
      'a,,\n,b,',
      [
        ['a', '', ''],
        ['', 'b', ''],
      ],
    ],
    [
      'semicolons and tabs, as the first line has them',
      'a;b;c,d\ne;f;g',
      [
        ['a', 'b', 'c,d'],
        ['e', 'f', 'g'],
      ],
    ],
    [
      'tabs',
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a byte order mark and Windows line ends',
      '\uFEFFa,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'no row for an empty line',
      'a,b\n\nc,d\n\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'an empty quoted field',
      'a,""\n"",b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
  ])('%s', (_, text, rows) => {
    const read = readCsv(text)
    expect('rows' in read ? read.rows.map(({ cells }) => cells) : read).toEqual(rows)
  })
  test('rows know their line, also after line ends in quotes', () => {
    const read = readCsv('a\n"b\nc"\nd')
    expect('rows' in read && read.rows.map(({ line }) => line)).toEqual([1, 2, 4])
  })
  test.each([
    ['a\n"b', 2, 'never closed'],
    ['a\n"b"c', 2, 'follows a closing quote'],
  ])('%j is refused at its line with the remedy', (text, line, message) => {
    expect(readCsv(text)).toMatchObject({ fault: { line, message: expect.stringContaining(message), fix: expect.stringMatching(/\.$/) } })
  })

  const csv = (text: string) => importCsv([{ file: 'a.csv', text }])
  test('a row is a snippet, with title, tags and places to fill in', () => {
    const made = csv('Name,Text,Category\nProof,"Hello [customer name],\nsend {{case.order}}.","a, b"\n')
    expect(made.snippets).toMatchObject([
      { id: 'proof', line: 2, draft: { title: 'Proof', tags: ['a', 'b'], body: 'Hello {{case.requester|there}},  \nsend {{case.order}}.' } },
    ])
    expect([made.documents, dropped(made)]).toEqual([1, []])
  })
  test('a table of own snippets comes back as it was exported, parts and all', () => {
    const drafts = [
      { title: 'Refund, "decided"', body: 'Hello **{{case.requester|there}}**,\n\n- {{choose: What | a | b}}\n\n{{optional: Sorry}}\nSorry.\n{{end}}' },
      { title: 'B', body: 'by {{date +1 day, iso}} [x]' },
    ]
    const made = csv(snippetsCsv(drafts))
    expect(made.snippets.map(({ draft: { title, body } }) => ({ title, body }))).toEqual(drafts)
    expect(dropped(made)).toEqual([])
  })
  test('what is left out is named: columns, empty rows, fields too many, the same twice', () => {
    const made = csv('body,colour\nOne,red\n,blue\nTwo,,three\nOne,')
    expect(dropped(made)).toEqual(['1 column', '2 column', '3 column', '3 empty-snippet', '4 extra-cell', '5 duplicate'])
  })
  test.each([
    ['', 1, 'The table is empty. The first line names the columns'],
    ['a,b\nc,d', 1, 'No column holds the text; the first line names "a", "b". Name the column with the text "body"'],
    ['body\n"x', 2, 'A quote that opens here is never closed. Close it'],
  ])('%j is refused with place and remedy', (text, line, message) => {
    expect(csv(text).dropped).toMatchObject([{ line, reason: 'unreadable', message: expect.stringContaining(message) }])
  })
})

describe('macros', () => {
  const zendesk = (json: unknown) => importZendesk([{ file: 'm.json', text: JSON.stringify(json, null, 1) }])
  const macro = (value: unknown, field = 'comment_value') => ({
    title: 'Orders::Late',
    active: true,
    actions: [
      { field: 'status', value: 'open' },
      { field, value },
    ],
  })
  test('the reply is a snippet, and what is done to the ticket is named', () => {
    const made = zendesk({ macros: [macro('Hi {{ticket.requester.first_name}}, ticket {{ticket.id}} is late. {{ticket.ticket_field_1}}')] })
    expect(made.snippets[0]?.draft).toEqual({
      title: 'Orders: Late',
      tags: ['Orders'],
      body: 'Hi {{case.requester|there}}, ticket {{case.id}} is late. {{ticket.ticket-field-1}}',
    })
    expect(made.dropped).toMatchObject([{ line: 3, reason: 'action', text: 'status: open' }])
    expect(notes(made)).toEqual(['3 variable'])
  })
  test('HTML becomes Markdown', () => {
    const html = '<p>Hi &amp; <strong>welcome</strong>,</p><ul><li>one</li><li><a href="https://a.b/c">two</a></li></ul><script>x()</script>'
    const made = zendesk([macro(html, 'comment_value_html')])
    expect(bodies(made)).toEqual(['Hi &amp; **welcome**,\n\n- one\n- [two](https://a.b/c)'])
    expect(dropped(made)).toEqual(['2 action', '2 html'])
  })
  test('one macro, a reply with its channel, rules that stay readable', () => {
    const made = zendesk({ macro: macro(['channel:web', '{% if a %}Hi{% endif %}']) })
    expect([bodies(made), notes(made)]).toEqual([['{% if a %}Hi{% endif %}'], ['2 liquid', '2 liquid']])
  })
  test('a macro that is off, that writes nothing, or that is none, is named', () => {
    const made = zendesk({ macros: [{ ...macro('Hi'), active: false }, { title: 'Close', actions: [] }, { id: 7 }] })
    expect([made.documents, bodies(made), dropped(made).map((one) => one.split(' ')[1])]).toEqual([3, [], ['inactive', 'no-reply', 'macro']])
  })
  test.each(['{"a": 1}', '{', '"text"'])('%s is refused with the remedy', (text) => {
    expect(importZendesk([{ file: 'm.json', text }]).dropped).toMatchObject([{ reason: 'unreadable', message: expect.stringContaining('macros.json') }])
  })
})

describe('Espanso packages', () => {
  const espanso = (text: string) => importEspanso([{ file: 'greetings/0.1.0/package.yml', text: `matches:\n${text}` }])
  test('a match is a snippet that is found by its triggers', () => {
    const made = espanso('  - triggers: [":hi", ":hello"]\n    replace: "Hello,\\nhow are you?"\n')
    expect(made.snippets).toMatchObject([
      { id: 'hello', line: 2, draft: { title: 'Hello,', tags: ['greetings', ':hi', ':hello'], body: 'Hello,  \nhow are you?' } },
    ])
  })
  test.each<[what: string, yaml: string, body: string, said: string | null]>([
    [
      'forms',
      '  - trigger: a\n    form: "Dear [[customer_name]], [[first_word]] [[when]]"\n    form_fields:\n      when: {type: choice, values: [today, soon], default: soon}',
      'Dear {{case.requester|there}}, {{ask: First word}} {{choose: When | soon | today}}',
      'form',
    ],
    [
      'form variables',
      '  - trigger: a\n    replace: "Dear {{f.name}}"\n    vars: [{name: f, type: form, params: {layout: "[[name]]", fields: {name: {default: friend, multiline: true}}}}]',
      'Dear {{ask lines: Name | friend}}',
      null,
    ],
    [
      'choices inside a text',
      '  - trigger: a\n    replace: "It is {{c}}."\n    vars: [{name: c, type: choice, params: {values: [red, blue]}}]',
      'It is {{choose: C | red | blue}}.',
      null,
    ],
    [
      'choices that cannot be asked for',
      '  - trigger: a\n    replace: "It is {{c}}."\n    vars: [{name: c, type: choice, params: {values: ["a|b", blue]}}]',
      'It is [a|b / blue].',
      'choice',
    ],
    [
      'dates',
      '  - trigger: a\n    replace: "On {{d}}"\n    vars: [{name: d, type: date, params: {format: "%A %d", offset: 172800}}]',
      'On {{date +2 days, weekday}}',
      'date',
    ],
    ['the clipboard', '  - trigger: a\n    replace: "See {{c}}"\n    vars: [{name: c, type: clipboard}]', 'See {{ask lines: Clipboard}}', 'clipboard'],
    ['the cursor', '  - trigger: a\n    replace: "Dear $|$, hello"', 'Dear {{cursor}}, hello', null],
    ['names that nothing explains', '  - regex: "(?P<who>x)"\n    replace: "Dear {{who}}"', 'Dear {{who}}', 'variable'],
  ])('%s are carried as far as a snippet can, and it is said how', (_, yaml, body, said) => {
    const made = espanso(yaml)
    expect(bodies(made)).toEqual([body])
    if (said) expect(made.notes.map(({ reason }) => reason)).toContain(said)
    expect(made.dropped).toEqual([])
  })
  test('echoes of themselves or of each other are refused, and end', () => {
    const echo = (name: string, of: string) => `      - {name: ${name}, type: echo, params: {echo: "{{${of}}}"}}`
    const made = espanso(['  - trigger: a', '    replace: "{{e}}"', '    vars:', echo('e', 'f'), echo('f', 'e')].join('\n'))
    expect(made.snippets).toEqual([])
    expect(JSON.stringify(made.dropped)).toContain('takes its own text')
  })

  test('a preset is taken as it stands, signs and all', () => {
    expect(JSON.stringify(espanso('  - trigger: a\n    form: "[[sum]]"\n    form_fields:\n      sum: {default: "US$$5 $&"}').snippets)).toContain('US$$5 $&')
  })

  test('echoes and other matches are written out', () => {
    const made = espanso(
      '  - trigger: a\n    replace: "{{e}} {{m}}"\n    vars:\n      - {name: e, type: echo, params: {echo: Hi}}\n      - {name: m, type: match, params: {trigger: b}}\n  - trigger: b\n    replace: you',
    )
    expect(bodies(made)).toEqual(['Hi you', 'you'])
  })
  test('a match that only asks which text to insert is a snippet for each', () => {
    const made = espanso(
      '  - trigger: a\n    label: Greet\n    replace: "{{c}}"\n    vars: [{name: c, type: choice, params: {values: [{label: warm, id: Hello dear}, {label: cold, id: Good day}]}}]',
    )
    expect(made.snippets.map(({ draft }) => [draft.title, draft.body])).toEqual([
      ['Greet: warm', 'Hello dear'],
      ['Greet: cold', 'Good day'],
    ])
  })
  test.each([
    ['shell', 'a shell command'],
    ['script', 'a script'],
  ])('a %s variable is refused by its name, also behind a form', (type, words) => {
    const vars = `    vars:\n      - name: zones\n        type: ${type}\n        params: {cmd: date}\n      - {name: f, type: form, params: {layout: "[[z]]", fields: {z: {type: list, values: "{{zones}}"}}}}\n`
    const made = espanso(`  - trigger: ":a"\n    replace: "{{f.z}}"\n${vars}  - trigger: ":b"\n    replace: plain`)
    expect(bodies(made)).toEqual(['plain'])
    expect(made.dropped).toMatchObject([
      { line: 5, reason: 'program', message: `:a is refused: The variable "zones" runs ${words}, which a snippet never does.` },
    ])
  })
  test('an image, a match without text, settings and ways of typing are named', () => {
    const made = espanso(
      '  - trigger: a\n    image_path: x.png\n  - trigger: b\n    word: true\n  - trigger: c\n    replace: see\n    word: true\n    filter_exec: firefox',
    )
    expect(dropped(made)).toEqual(['2 image', '4 no-reply', '6 setting', '4 typing'])
  })
  test('a file that cannot be read is named with its line', () => {
    expect(espanso('  - trigger: "a\n').dropped).toMatchObject([{ reason: 'unreadable' }])
    expect(importEspanso([{ file: 'a.yml', text: '- a' }]).dropped).toMatchObject([{ reason: 'unreadable' }])
  })
})

describe('plain text as a snippet', () => {
  test.each([
    'Hello',
    'a\nb',
    '<meta charset="a">',
    '1. a\n2. b',
    '# a',
    'a {{case.order}} b',
    'https://a.b/c_d_e',
    '- a\n- b',
    '[a](b)',
    '\\*',
    'a  b',
    '<div>\n<b>x</b>\n</div>',
  ])('comes out as it went in: %j', (text) => {
    const made = replyBody(text)!
    expect(parseSnippet(printSnippet({ title: 'a', tags: [], body: made.body }))).toMatchObject({ problems: [], draft: { body: made.body } })
    const scene = { values: { 'case.order': '7' }, answers: {}, now: 0, locale: 'en', timeZone: 'UTC' }
    expect([made.isExact, fillBody(made.body, scene).text]).toEqual([true, text.replace('{{case.order}}', '7')])
  })
  test('marks that a snippet takes for formatting are not exact', () => expect(replyBody('a *b*')).toMatchObject({ isExact: false }))
  test('braces that name nothing are set apart', () => expect(replyBody('a {{B c}} {{d')?.body).toBe('a { {B c} } { {d'))
  test('nothing is no snippet', () => expect(replyBody(' \n ')).toBeNull())
})
