import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPlaybookFolder } from '../../hub/playbook-folder.ts'
import { globMatches } from '../../lib/domain/glob.ts'
import { covers } from '../../lib/playbook/lint-site.ts'
import { parseSite, printSite } from '../../lib/playbook/site-file.ts'
import { selectorFault } from '../../lib/playbook/site-selectors.ts'

const head = 'name: Desk\norigins: [https://desk.example.com]\nverified: Desk 1, 2026-11-01\npages:\n'
const page = (path: string, more = '') =>
  `  - name: Ticket\n    path: ${path}\n    caseId: [{from: url, part: path, pattern: '^/tickets/(\\d+)'}]\n    fields: []\n    reply: []\n${more}`
const sound = head + page('/tickets/*')
const origins = (text: string) => sound.replace('https://desk.example.com', text)
const field = (text: string) => sound.replace('fields: []', `fields:\n      - ${text}`)
const source = (text: string) => field(`{name: case.order, label: Order, sources: [${text}]}`)
const also = (line: string) => head + page('/tickets/*', `    ${line}\n`)

/** Code, severity, where it is reported, words of the message or the fix, and a file that has exactly this fault. */
const faults: [code: string, severity: string, at: string, says: string, yaml: string][] = [
  ['shape', 'error', '1:1', 'empty', ''],
  ['shape', 'error', '1:1', 'not a map', '- a'],
  ['yaml', 'error', '1:8', 'cannot be read', 'name: ['],
  ['yaml', 'error', '1:7', 'a reference', sound.replace('Desk\n', '*desk\n')],
  ['shape', 'error', '1:1', '"pages" is missing', 'name: Desk\norigins: [https://desk.example.com]\n'],
  ['shape', 'error', '2:10', '"origins" is not a list', sound.replace('[https://desk.example.com]', 'https://desk.example.com')],
  ['shape', 'error', '5:5', '"pages 1, caseId" is missing', sound.replace(/ {4}caseId.*\n/, '')],
  ['shape', 'error', '5:5', 'Add "reply:"', sound.replace(/ {4}reply.*\n/, '')],
  ['shape', 'error', '1:7', '"name" is empty', sound.replace('Desk\n', '""\n')],
  ['shape', 'error', '9:16', 'is not a field name', field('{name: Case Order, label: Order, sources: [{from: title}]}')],
  ['shape', 'error', '9:59', 'none of url, title, selector and label', source('{from: cookie}')],
  ['shape', 'error', '9:70', 'none of path, query, hash', source('{from: url, part: host}')],
  ['shape', 'error', '9:70', 'none of trim, number', source('{from: title, as: amount}')],
  ['unknown-key', 'error', '10:1', 'Did you mean "origins"?', `${sound}orgins: []\n`],
  ['unknown-key', 'error', '10:5', 'Known here: name, path', also('shadow: yes')],
  ['unknown-key', 'error', '9:66', 'Known here: from, pattern, as', source('{from: title, selector: h1}')],
  ['unknown-key', 'error', '9:42', 'Did you mean "sources"?', field('{name: case.order, label: Order, sorces: [], sources: [{from: title}]}')],
  ['origin', 'error', '2:10', 'no origins', sound.replace('[https://desk.example.com]', '[]')],
  ['origin', 'error', '2:11', 'is not an origin', origins('desk.example.com')],
  ['origin', 'error', '2:11', 'is not an origin', origins('"*://desk.example.com"')],
  ['origin', 'error', '2:11', 'Write https://desk.example.com, as the browser spells it', origins('https://desk.example.com/')],
  ['origin', 'error', '2:11', 'Write https://desk.example.com,', origins('https://desk.example.com/tickets')],
  ['origin', 'error', '2:11', 'Write https://desk.example.com,', origins('https://Desk.Example.com')],
  ['origin', 'error', '2:11', 'Write https://desk.example.com,', origins('https://desk.example.com:443')],
  ['origin', 'error', '2:11', 'Write https://xn--bcher-kva.example,', origins('https://bücher.example')],
  ['origin', 'error', '2:11', 'is not an origin', origins('https://desk.example.com:99999')],
  ['origin', 'error', '2:11', 'is not an origin', origins('ftp://desk.example.com')],
  ['origin', 'error', '2:11', 'asterisk', origins('https://desk.*.com')],
  ['origin', 'error', '2:11', 'asterisk', origins('https://desk.example.com:*')],
  ['origin', 'error', '2:11', 'asterisk', origins('"https://*"')],
  ['origin', 'error', '2:11', 'every site under .com', origins('"https://*.com"')],
  ['origin', 'error', '2:11', 'every site under .co.uk', origins('"https://*.co.uk"')],
  ['origin', 'error', '2:11', 'every site under .gov.br', origins('"https://*.gov.br"')],
  ['origin', 'error', '2:11', 'every customer of github.io', origins('"https://*.github.io"')],
  ['origin', 'error', '2:11', 'every customer of eu-west-1.amazonaws.com', origins('"https://*.eu-west-1.amazonaws.com"')],
  ['origin', 'error', '2:11', 'address of numbers', origins('"https://*.[::1]"')],
  ['duplicate-origin', 'warning', '2:37', 'twice', origins('https://desk.example.com, https://desk.example.com')],
  ['verified', 'warning', '3:11', 'on which day', sound.replace('Desk 1, 2026-11-01', 'yes')],
  ['not-verified', 'hint', '1:1', 'Look at a few cases', sound.replace(/verified.*\n/, '')],
  ['not-verified', 'hint', '3:11', 'Nobody has said', sound.replace('Desk 1, 2026-11-01', 'null')],
  ['pages', 'error', '4:8', 'no pages', `${head.trimEnd()} []\n`],
  ['path', 'error', '6:11', 'begins with "/"', head + page('tickets/*')],
  ['unreachable-page', 'warning', '11:11', '"Ticket" comes first, and its path /tickets/*', sound + page('/tickets/*/history')],
  ['unreachable-page', 'warning', '11:11', 'Move the narrower page up', sound + page('/tickets/*', '    query: [id]\n')],
  ['link', 'error', '10:11', '/tickets/{case}', also('link: /tickets/7')],
  ['link', 'error', '10:11', 'does not lead to a case of this site', also('link: //evil.example/{case}')],
  ['link', 'error', '10:11', 'needs a case id', also('link: /tickets/{case}').replace(/caseId: .*/, 'caseId: []')],
  ['no-case-id', 'warning', '7:13', 'every address is a case of its own', source('{from: title}').replace(/caseId: .*/, 'caseId: []')],
  [
    'duplicate-field',
    'error',
    '10:16',
    'is read twice',
    field('{name: case.order, label: A, sources: [{from: title}]}\n      - {name: case.order, label: B, sources: [{from: title}]}'),
  ],
  ['source', 'error', '9:51', 'has no sources', source('')],
  ['source', 'error', '9:52', 'needs a name or a pattern', source('{from: url, part: query}')],
  ['pattern', 'error', '9:75', 'RE2', source("{from: title, pattern: '(?=x)(\\d+)'}")],
  ['pattern', 'error', '9:75', 'back references', source("{from: title, pattern: '(a)\\1'}")],
  ['pattern', 'error', '9:75', 'cannot be read', source("{from: title, pattern: '(\\d+'}")],
  ['empty-pattern', 'warning', '9:75', '+ instead of *', source("{from: title, pattern: '(\\d*)'}")],
  ['loose-id', 'warning', '7:47', '"/v2/tickets/77"', sound.replace('^/tickets/', '')],
  ['loose-id', 'warning', '7:37', '"(3) Ticket 77"', sound.replace("from: url, part: path, pattern: '^/tickets/", "from: title, pattern: '")],
  ['selector', 'error', '9:79', 'cannot be read', source("{from: selector, selector: 'a[b'}")],
  ['selector', 'error', '9:88', 'begins with a combinator', source("{from: label, label: Order, within: '> b'}")],
  ['selector', 'error', '10:11', '"::before"', also('text: a::before')],
  ['selector', 'error', '9:23', ':hover', sound.replace('reply: []', "reply: [textarea, 'a:hover']")],
]

describe('problems of a site profile', () => {
  test.each(faults)('%s is a %s at %s that says %s', (code, severity, at, says, yaml) => {
    const { draft, problems } = parseSite(yaml)
    expect(problems.map((problem) => `${problem.line}:${problem.column} ${problem.severity} ${problem.code}`)).toEqual([`${at} ${severity} ${code}`])
    expect(`${problems[0]?.message} ${problems[0]?.fix}`).toContain(says)
    if (code !== 'yaml') expect(problems[0]?.message).toMatch(/[.?]$/)
    expect(problems[0]?.fix).toMatch(/[.?]$/)
    expect(draft === null).toBe(severity === 'error')
  })

  test('a sound profile has no problems, and is printed as it is read', () => {
    const { draft, problems } = parseSite(sound, [])
    expect(problems).toEqual([])
    expect(parseSite(printSite(draft!)).draft).toEqual(draft)
  })

  test('several faults are told at once, in reading order', () => {
    const { problems } = parseSite(sound.replace('name: Desk', 'nane: Desk').replace('reply: []', 'reply: none'))
    expect(problems.map(({ line, code, message }) => `${line} ${code} ${message}`)).toEqual([
      '1 unknown-key "nane" is not known here.',
      '1 shape "name" is missing.',
      '9 shape "pages 1, reply" is not a list.',
    ])
  })

  test.each<[string, readonly string[] | null, string[]]>([
    ['case.order', ['case.order'], []],
    ['case.subject', ['case.order'], []],
    ['case.ordr', ['case.order'], ['9:16 hint Did you mean "case.order"? If not, keep it for leads to read, or remove it.']],
    ['case.colour', [], ['9:16 hint Keep it if leads want to read it on escalations, or remove it.']],
    ['case.colour', null, []],
  ])('the field %s, where %j are used, has the hints %j', (name, used, expected) => {
    const { problems } = parseSite(field(`{name: ${name}, label: Order, sources: [{from: title}]}`), used)
    expect(problems.map(({ line, column, severity, fix }) => `${line}:${column} ${severity} ${fix}`)).toEqual(expected)
  })
})

describe('a page covers another', () => {
  const word = fc.array(fc.constantFrom('a', 'b', '/', '*'), { maxLength: 6 }).map((letters) => `/${letters.join('')}`)
  const address = fc.array(fc.constantFrom('a', 'b', '/'), { maxLength: 7 }).map((letters) => `/${letters.join('')}`)
  test('if, and only if, it takes in every address of it', () => {
    fc.assert(
      fc.property(word, word, address, (earlier, later, path) => {
        if (covers({ path: earlier }, { path: later }) && globMatches(later, path)) expect(globMatches(earlier, path)).toBe(true)
        // The address that is hardest to take in: a letter that stands nowhere else for each asterisk.
        if (!covers({ path: earlier }, { path: later })) expect(globMatches(earlier, later.replaceAll('*', 'z'))).toBe(false)
      }),
    )
  })
  test.each([
    [['id'], [], false],
    [[], ['id'], true],
    [['id'], ['id', 'view'], true],
    [['id', 'view'], ['id'], false],
  ])('with the query %j it covers one with %j: %s', (first, second, expected) =>
    expect(covers({ path: '/t', query: first }, { path: '/t', query: second })).toBe(expected),
  )
})

describe('a selector', () => {
  test.each([
    '#case-fields [data-amount]',
    'label[for^="TxnSendMailTo"] .user',
    'a:not(.b, [c]):has(> d ~ e) > :is(f, g):nth-child(2n + 1)',
    '[data-test-id="ticket pane" i]',
    '.form\\:row, #\\31 2',
    '.größe',
  ])('%s is allowed', (selector) => expect(selectorFault(selector)).toBeNull())
  test.each([
    ['#12', 'cannot begin with a digit'],
    ['[id=12]', 'put the value in quotes'],
    ['a;b', 'tag name behind'],
    ['.a .--;', 'cannot be read'],
    ['.a .-', 'is no name'],
    ['[a!=b]', 'browsers do not know'],
    ['*a', 'without a space'],
    ['a >', 'ends with a combinator'],
    ['a:not(> b)', 'begins with a combinator'],
    [':has(a:has(b))', 'inside another one'],
    ['a:nth-child(some)', 'without a count'],
    ['a:empty(b)', 'with parentheses'],
    ['svg|a', 'namespace'],
    ['a < b', '"parent"'],
    ['[a="\n"]', 'line break'],
    [`${'a '.repeat(50)}b`, 'more than 40 parts'],
    ['a'.repeat(401), 'longer than 400'],
    [':not(:not(:not(:not(:not(a)))))', 'nested too deep'],
  ])('%s is refused: %s', (selector, why) => expect(selectorFault(selector)).toContain(why))
})

test('candidates are left to the team: they are neither linted nor pushed with the library', async () => {
  const { files } = await readPlaybookFolder(fileURLToPath(new URL('../../playbooks', import.meta.url)))
  expect(files.filter((file) => file.startsWith('sites/'))).toEqual(['sites/demo-desk.yaml', 'sites/request-tracker.yaml'])
})

test('the profiles of the starter library have no problems and say on which version they were verified', () => {
  const folder = new URL('../../playbooks/sites/', import.meta.url)
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'))
  expect(files.length).toBeGreaterThan(1)
  for (const file of files) expect({ file, problems: parseSite(readFileSync(new URL(file, folder), 'utf8')).problems }).toEqual({ file, problems: [] })
})
