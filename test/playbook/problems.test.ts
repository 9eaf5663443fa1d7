import { describe, expect, test } from 'vitest'
import { lintPlaybook } from '../../lib/playbook/lint.ts'
import { formatProblem } from '../../lib/playbook/problem.ts'

const front = '---\ntitle: A\nowner: policy@team\nreview-every: 90d\ntriggers:\n  - keywords: [counterfeit]\n---\n'
const ending = '\n## Decide\n- [=] Remove\n- [=] Keep\n'
const known = { snippets: ['ask-for-proof'], queues: ['brand-protection'], fields: ['case.category'], playbooks: ['first-look'] }
const body = (text: string) => `${front}${text}${ending}`
const matter = (lines: string) => `---\n${lines}\n---\n\n## Do\n- [ ] One\n- [!] Two\n`
const complete = 'title: A\nowner: a\nreview-every: 9d'

/** Code, where it is reported, and a file that has exactly this fault. */
const faults: [code: string, at: string, markdown: string][] = [
  ['front-matter', '1:1', '## Do\n- [ ] One\n- [!] Two\n'],
  ['front-matter', '1:1', matter('- a')],
  ['title', '1:1', matter('owner: a\nreview-every: 9d\ntriggers: [{url: "https://desk.example.com/*"}]')],
  ['title', '2:8', matter('title: ""\nowner: a\nreview-every: 9d\ntriggers: [{url: "https://desk.example.com/*"}]')],
  ['severity', '5:11', matter(`${complete}\nseverity: S9\ntriggers: [{url: "https://desk.example.com/*"}]`)],
  ['owner', '3:8', matter('title: A\nowner: [a]\nreview-every: 9d\ntriggers: [{url: "https://desk.example.com/*"}]')],
  ['review-every', '4:15', matter('title: A\nowner: a\nreview-every: often\ntriggers: [{url: "https://desk.example.com/*"}]')],
  ['queue', '5:8', matter(`${complete}\nqueue: Brand Team\ntriggers: [{url: "https://desk.example.com/*"}]`)],
  ['unknown-key', '5:1', matter(`${complete}\nreviewevery: 9d\ntriggers: [{url: "https://desk.example.com/*"}]`)],
  ['yaml', '2:8', matter('title: *a')],
  ['html', '8:6', body('Some <b>bold text\n')],
  ['html', '8:1', body('<!-- note -->\n')],
  ['image', '8:1', body('![a](https://a.b/c.png)\n')],
  ['link', '8:1', body('[a](javascript:alert)\n')],
  ['link', '8:1', body('[a](http://a.b)\n')],
  ['link', '8:1', body('[a](playbook:Not a slug)\n').replace('Not a slug', 'Not')],
  ['unknown-attribute', '9:11', body('## Do\n- [ ] One {optionl}\n').replace('One {', 'One{')],
  ['duplicate-attribute', '9:22', body('## Do\n- [ ] One {optional, optional}\n')],
  ['misplaced-attribute', '9:12', body('## Do\n- [ ] One {queue: a}\n')],
  ['attribute-value', '9:22', body('## Do\n- [ ] One {evidence: photo}\n')],
  ['attribute-value', '9:12', body('## Do\n- [ ] One {evidence}\n')],
  ['attribute-block', '9:7', body('## Do\n- [ ] One {when: a = "b}\n')],
  ['attribute-block', '8:4', body('## Do {optional}\n- [ ] One\n')],
  ['condition', '9:31', body('## Do\n- [ ] One {when: case.category}\n')],
  ['incomplete-input', '9:1', body('## Do\n- [ ] One {input: money}\n')],
  ['two-kinds', '9:1', body('## Do\n- [ ] One {snippet: ask-for-proof, input: money, save: a}\n')],
  ['duplicate-id', '10:1', body('## Do\n- [ ] One {#a}\n- [ ] Two {#a}\n')],
  ['missing-mark', '10:1', body('## Do\n- [ ] One\n- Two\n')],
  ['empty-step', '10:1', body('## Do\n- [ ] One\n- [ ]\n')],
  ['ticked', '9:1', body('## Do\n- [x] One\n')],
  ['numbered-steps', '9:1', body('## Do\n1. [ ] One\n')],
  ['misplaced-step', '10:3', body('## Do\n- [ ] One\n  - [ ] Two\n')],
  ['step-without-option', '10:3', body('## Do\n- (?) One\n  - [ ] Two\n  - Three\n')],
  ['empty-option', '12:3', body('## Do\n- (?) One\n  - Two\n  - Three\n  -\n')],
  ['option-text', '12:5', body('## Do\n- (?) One\n  - Two\n\n    Text\n  - Three\n')],
  ['after-options', '13:3', body('## Do\n- (?) One\n  - Two\n  - Three\n\n  Text\n')],
  ['outcome-text', '17:3', `${front}## Do\n- [ ] One\n\n## Decide\n- [=] Keep\n- [=] Remove\n\n\n\n  Text\n`],
  ['outcomes-differ', '10:1', `${front}## Decide\n- [=] Keep\n- [=] Remove {when: case.category = a}\n`],
  ['empty-outcome', '10:1', `${front}## Decide\n- [=] Keep\n- [=]\n- [=] Remove\n`],
  ['after-steps', '11:1', body('## Do\n- [ ] One\n\nText\n')],
  ['heading-level', '11:1', body('## Do\n- [ ] One\n\n### Smaller\n')],
  ['heading-level', '8:1', body('# Do\n- [ ] One\n')],
  ['title-heading', '8:1', body('# A\n')],
  ['empty-heading', '8:1', body('##\n- [ ] One\n')],
  ['too-deep', '8:1', body(`${'> '.repeat(50)}a\n`)],
  ['too-many-marks', '8:1', body(`${'*a'.repeat(2000)}\n`)],
  ['too-large', '1:1', body('a'.repeat(200_001))],
  ['too-long', '9:3', body(`## Do\n- [ ] ${'a'.repeat(1001)}\n`)],
  ['too-many-steps', '311:1', body(`## Do\n${'- [ ] One\n'.repeat(300)}`)],
  ['trigger', '6:5', matter(`${complete}\ntriggers:\n  - hello: a\n  - url: "https://desk.example.com/*"`)],
  ['no-owner', '1:1', matter('title: A\nreview-every: 9d\ntriggers: [{url: "https://desk.example.com/*"}]')],
  ['no-review', '1:1', matter('title: A\nowner: a\ntriggers: [{url: "https://desk.example.com/*"}]')],
  ['no-triggers', '1:1', matter(complete)],
  ['empty-trigger', '6:5', matter(`${complete}\ntriggers:\n  - keywords: []`)],
  ['broad-trigger', '6:5', matter(`${complete}\ntriggers:\n  - url: "https://*"`)],
  ['duplicate-trigger', '7:5', matter(`${complete}\ntriggers:\n  - keywords: [fake]\n  - keywords: [Fake]`)],
  ['short-keyword', '6:5', matter(`${complete}\ntriggers:\n  - keywords: [ab]`)],
  ['near', '6:5', matter(`${complete}\ntriggers:\n  - keywords: ["near:x serial missing"]`)],
  ['empty-section', '8:1', body('## Nothing\n')],
  ['few-options', '9:1', body('## Do\n- (?) One\n  - Two\n')],
  ['no-ending', '1:1', `${front}## Do\n- [ ] One\n`],
  ['no-steps', '1:1', `${front}Text\n`],
  ['after-decision', '11:1', `${front}## Do\n- [=] Keep\n- [=] Remove\n- [ ] One\n`],
  ['bare-address', '8:5', body('See https://a.b/c\n')],
  ['unknown-snippet', '9:1', body('## Do\n- [ ] One {snippet: ask-for-prof}\n')],
  ['unknown-queue', '9:1', body('## Do\n- [!] One {queue: nobody}\n')],
  ['unknown-field', '9:1', body('## Do\n- [ ] One {when: known case.colour}\n')],
  ['unknown-playbook', '9:11', body('## Do\n- [ ] See [this](playbook:frist-look)\n')],
  ['unknown-playbook', '9:3', `${front}## A section\n  [this](playbook:nowhere) and [that](playbook:first-look)\n\n- [!] One\n`],
  ['duplicate-answer', '11:3', body('## Do\n- (?) One\n  - Two\n  - **two**\n')],
  ['duplicate-answer', '10:1', `${front}## Decide\n- [=] Keep\n- [=] keep\n`],
  ['unreachable-step', '9:1', body('## Do\n- [ ] One {when: case.category = a and case.category = b}\n')],
  [
    'unreachable-step',
    '11:5',
    body('## Do\n- (?) One {when: case.category = a}\n  - Two\n    - [ ] Six {when: case.category = b}\n    - [ ] Three\n  - Four\n'),
  ],
  [
    'unreachable-step',
    '9:1',
    body('## Do\n- (?) One {when: case.category > 5 and case.category < 1}\n  - Two\n    - [ ] Six {when: case.category = b}\n  - Four\n'),
  ],
  [
    'dead-branch',
    '10:3',
    body('## Do\n- (?) One {when: case.category = a}\n  - Two\n    - [ ] Six {when: case.category = b}\n    - [ ] Five {when: case.category = c}\n  - Four\n'),
  ],
  ['idle-condition', '9:1', body('## Do\n- [ ] One {when: known case.category or not known case.category}\n')],
  [
    'idle-condition',
    '11:5',
    body('## Do\n- (?) One {when: case.category = a}\n  - Two\n    - [ ] Six {when: case.category = a or case.category = b}\n  - Four\n'),
  ],
  ['open-branch', '12:3', `${front}## Do\n- (?) One\n  - Three\n    - [!] Four\n  - Two\n`],
  ['after-decision', '14:1', `${front}## Do\n- (?) One\n  - Two\n    - [=] Keep\n  - Three\n    - [=] Remove\n- [ ] Four\n`],
  ['late-evidence', '13:1', `${front}## Do\n- (?) One\n  - Two\n    - [=] Keep\n  - Three\n- [ ] Four {evidence: note}\n- [!] Five\n`],
  [
    'late-evidence',
    '11:1',
    `${front}## Do\n- [=] Keep {when: case.category = a}\n- [=] Remove {when: case.category = a}\n- [ ] Four {evidence: note}\n- [!] Five\n`,
  ],
  ['other-branch', '13:5', body('## Do\n- (?) One\n  - Two\n    - [ ] Six {input: text, save: a}\n  - Four\n    - [ ] Seven {when: known a}\n')],
  ['jump-target', '9:1', body('## Do\n- [>] One\n- [ ] Two\n')],
  ['jump-target', '9:1', body('## Do\n- [>] One {to: decde}\n- [ ] Two\n')],
  ['jump-target', '10:1', body('## Do\n- [ ] Two\n- [>] One {to: two}\n')],
  ['jump-target', '9:1', body('## Do\n- [>] One {to: one}\n')],
  ['jump-target', '9:1', body('## Do\n- [>] One {to: four}\n- (?) Two\n  - Three\n    - [ ] Four\n  - Five\n')],
  ['jump-target', '11:5', body('## Do\n- (?) Two\n  - Three\n    - [>] One {to: four}\n  - Five\n    - [ ] Four\n')],
  ['idle-jump', '11:5', body('## Do\n- (?) Two\n  - Three\n    - [>] One {to: four}\n  - Five\n- [ ] Four\n')],
  ['misplaced-attribute', '9:19', body('## Do\n- [>] One {to: x, queue: y}\n- [ ] Two\n- [ ] Three {#x}\n')],
  ['early-field', '9:1', body('## Do\n- [ ] One {when: known a}\n- [ ] Two {input: text, save: a}\n')],
]

describe('problems', () => {
  test.each(faults)('%s is reported at %s with a fix', (code, at, markdown) => {
    const problems = lintPlaybook(markdown, known)
    const found = problems.map((problem) => `${problem.line}:${problem.column} ${problem.code}`)
    expect(found).toEqual([`${at} ${code}`])
    expect(problems[0]?.message).toMatch(/[.?"]$|[a-z]$/)
    expect(problems[0]?.fix).not.toBe('')
  })

  test('a sound playbook has no problems', () => {
    expect(lintPlaybook(body('## Do\n- [ ] One\n'), known)).toEqual([])
  })

  test.each([
    ['an answer that leads to another playbook', '- (?) One\n  - [Do this](playbook:first-look)\n  - Two\n    - [!] Three\n'],
    [
      'a decision that cannot be met with the step after it',
      '- [=] Keep {when: case.category = a}\n- [ ] One {evidence: note, when: case.category = b}\n- [!] Two\n',
    ],
    ['a jump to the decision', '- (?) One\n  - Two\n    - [>] Four {to: send}\n  - Three\n- [ ] Five\n- [!] Six {#send}\n'],
    ['a step after a decision that a jump passes over', '- [>] One {to: three, optional}\n- [=] Keep\n- [!] Three\n'],
    ['evidence after a decision and a jump', '- [=] Keep {when: case.category = a}\n- [>] One {to: three}\n- [ ] Two {evidence: note}\n- [!] Three\n'],
    ['a decision below another answer', '- (?) One\n  - Two\n    - [=] Keep\n  - Three\n    - [ ] Four {evidence: link}\n    - [!] Five\n'],
    ['optional evidence after a decision', '- [=] Keep {optional}\n- [ ] One {evidence: note, optional}\n- [!] Two\n'],
    [
      'a saved input used below the answer that asks for it',
      '- (?) One\n  - Two\n    - [ ] Six {input: text, save: a}\n    - [!] Five {when: known a}\n  - Three\n    - [!] Four\n',
    ],
    [
      'a case field that some branch asks for again',
      '- (?) One\n  - Two\n    - [ ] Six {input: text, save: case.category}\n  - Three\n- [!] Four {when: case.category = a}\n',
    ],
  ])('%s is no problem', (_, steps) => {
    expect(lintPlaybook(`${front}## Do\n${steps}`, known)).toEqual([])
  })

  test('a problem is one line with file, place, code and fix', () => {
    const [problem] = lintPlaybook(body('## Do\n- [ ] One {optionl}\n'), null)
    expect(formatProblem(problem!, 'a.md')).toBe(
      'a.md:9:12 error unknown-attribute: "optionl" is not an attribute. (fix: Did you mean "optional"? To show braces as text, write \\{.)',
    )
  })

  test.each([
    ['a pattern in double quotes', 'trigger: "\\d{4}"', 'Write the text in single quotes: in double quotes a backslash begins an escape.'],
    ['a quote that does not end', 'trigger: "one', 'Check indentation, quotes and brackets on this line.'],
  ])('YAML says what to do about %s', (_, line, fix) => {
    expect(lintPlaybook(matter(`${complete}\n${line}`), null)[0]).toMatchObject({ code: 'yaml', fix })
  })

  test('names are not checked against lists that are not at hand', () => {
    const markdown = body('## Do\n- [!] One {queue: nobody, when: known case.colour}\n')
    expect(lintPlaybook(markdown, { snippets: [], queues: [], fields: [] })).toEqual([])
    expect(lintPlaybook(markdown, null)).toEqual([])
    expect(lintPlaybook(markdown, known).map(({ fix }) => fix)[0]).toBe('Add it to --queues, or use one that is there.')
  })
})
