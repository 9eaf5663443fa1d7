import { describe, expect, test } from 'vitest'
import { parseSnippet, printSnippet } from '../../../lib/playbook/snippet-file.ts'
import { body, bodyOf, imported, reasons } from './imported.ts'

describe('lists of a document', () => {
  const tables: [what: string, source: string, result: string][] = [
    ['a numbered list is steps', '1. Look at it\n2. Compare it', '## Steps\n\n- [ ] Look at it\n- [ ] Compare it'],
    ['task items are steps, ticked or not', '- [ ] The label\n- [x] The seam', '## Steps\n\n- [ ] The label\n- [ ] The seam'],
    ['bullets that tell what to do are steps', '* Check the label\n* Compare the seam', '## Steps\n\n- [ ] Check the label\n- [ ] Compare the seam'],
    [
      'several lists are several checklists, named by their headings',
      '# Fakes\n\n## Look\n\n1. Check it\n\n### Closely\n\n1. Weigh it\n\n## Act\n\n1. Remove it',
      '## Look\n\n- [ ] Check it\n\n## Look / Closely\n\n- [ ] Weigh it\n\n## Act\n\n- [ ] Remove it',
    ],
    [
      'two lists under one heading are told apart by the line above the second',
      '# Fakes\n\n## Act\n\n1. Remove it\n\nFor the seller:\n\n1. Write to them',
      '## Act\n\n- [ ] Remove it\n\n## Act: For the seller\n\nFor the seller:\n\n- [ ] Write to them',
    ],
    [
      'numbers that go on after code are one list, and the code stays with its step',
      '1. Ask\n\n```sh\nlookup 7\n```\n\n2. Compare',
      '## Steps\n\n- [ ] Ask\n\n  ```sh\n  lookup 7\n  ```\n\n- [ ] Compare',
    ],
    [
      'numbers that begin again after code are one list, too',
      '1. Ask\n\n```sh\nlookup 7\n```\n\n1. Compare',
      '## Steps\n\n- [ ] Ask\n\n  ```sh\n  lookup 7\n  ```\n\n- [ ] Compare',
    ],
    [
      'bullets below a step stay with it',
      '1. Check the label\n   - the font\n   - the colour',
      '## Steps\n\n- [ ] Check the label\n\n  - the font\n  - the colour',
    ],
    [
      'bullets indented too little below a number stay with it',
      '1. Check the label\n  - the font\n2. Remove it',
      '## Steps\n\n- [ ] Check the label\n\n  - the font\n\n- [ ] Remove it',
    ],
    [
      'numbered instructions below a number are steps',
      '1. Check it\n   1. Open it\n   2. Weigh it\n2. Close it',
      '## Steps\n\n- [ ] Check it\n- [ ] Open it\n- [ ] Weigh it\n- [ ] Close it',
    ],
    [
      'tables and links stay inside their step',
      '1. See [the guide](https://a.b/c)\n\n   | a | b |\n   | - | - |\n   | 1 | 2 |',
      '## Steps\n\n- [ ] See [the guide](https://a.b/c)\n\n  | a | b |\n  | - | - |\n  | 1 | 2 |',
    ],
    [
      'a list of links under References is text',
      '## Do\n\n1. Look\n\n## References\n\n1. [a](https://a.b)\n2. [c](https://c.d)',
      '## Do\n\n- [ ] Look\n\n## References\n\n1. [a](https://a.b)\n2. [c](https://c.d)',
    ],
    [
      '"if possible" makes a step optional',
      '1. If possible, call the seller\n2. Write it down',
      '## Steps\n\n- [ ] If possible, call the seller {optional}\n- [ ] Write it down',
    ],
    [
      'headings that are steps',
      '## Step 1: Look\n\nAt the label.\n\n## Step 2: Act\n\nQuickly.',
      '## Steps\n\n- [ ] Step 1: Look\n\n  At the label.\n\n- [ ] Step 2: Act\n\n  Quickly.',
    ],
    [
      'numbered lines in a fence are a list under their heading',
      '# Fakes\n\n## Before\n\n```\nPrepare\n1. Read it\n2. Print it\n```',
      '## Before / Prepare\n\n- [ ] Read it\n- [ ] Print it',
    ],
    [
      'an item that is a code block points to it',
      '1. ```\n   run it\n   ```\n2. Look',
      '## Steps\n\n- [ ] Use what stands below\n\n  ```\n  run it\n  ```\n\n- [ ] Look',
    ],
  ]
  test.each(tables)('%s', (_, source, result) => {
    const made = imported(source)
    expect(bodyOf(made)).toBe(result)
    expect(reasons(made)).toEqual([])
  })

  test('text after the last step moves above the first, and that is said', () => {
    const made = imported('# Fakes\n\n## Act\n\n1. Remove it\n\nBe quick.')
    expect(bodyOf(made)).toBe('## Act\n\nBe quick.\n\n- [ ] Remove it')
    expect(made.notes).toMatchObject([{ line: 7, reason: 'moved' }])
  })

  test('an item that is still to be written is named', () => expect(reasons(imported('1. Look\n2. TODO\n3. Act'))).toEqual(['2 placeholder']))
  test('an item without words is named', () => expect(reasons(imported('1. Look\n2.\n3. Act'))).toEqual(['2 empty-item']))
})

describe('conditions become choices', () => {
  const yesNo = (question: string, yes: string, no: string[] = []) =>
    `- (?) ${question}\n  - Yes\n    - [ ] ${yes}\n  - No${no.map((step) => `\n    - [ ] ${step}`).join('')}`
  const cases: [source: string, result: string][] = [
    ['1. If the parcel is lost, refund it\n2. Otherwise, wait', yesNo('The parcel is lost?', 'Refund it', ['Wait'])],
    [
      '1. If the parcel is lost, refund it. Otherwise, wait a week.\n2. Close it',
      `${yesNo('The parcel is lost?', 'Refund it.', ['Wait a week.'])}\n- [ ] Close it`,
    ],
    ['1. If it is lost then refund it\n2. Close it', `${yesNo('It is lost?', 'Refund it')}\n- [ ] Close it`],
    ['- [ ] If it is lost:\n  - Refund it\n- [ ] Else:\n  - Wait', yesNo('It is lost?', 'Refund it', ['Wait'])],
    [
      '1. If it is lost, refund it\n2. Otherwise, if it is late, wait\n3. Otherwise, close it',
      '- (?) Which of these applies?\n  - It is lost\n    - [ ] Refund it\n  - It is late\n    - [ ] Wait\n  - Otherwise\n    - [ ] Close it',
    ],
    [
      '1. Is it lost?\n   - Yes: refund it\n   - No: wait\n2. Close it',
      '- (?) Is it lost?\n  - Yes\n    - [ ] Refund it\n  - No\n    - [ ] Wait\n- [ ] Close it',
    ],
    [
      '1. Look at the parcel\n   - If it is lost, refund it\n   - If it is late, wait\n2. Close it',
      '- (?) Look at the parcel\n  - It is lost\n    - [ ] Refund it\n  - It is late\n    - [ ] Wait\n- [ ] Close it',
    ],
    ['1. If **the seller, or the buyer** asks, tell them\n2. Close it', `${yesNo('**The seller, or the buyer** asks?', 'Tell them')}\n- [ ] Close it`],
    // Where the condition ends is not sure: the sentence stays whole.
    ['1. If you join the call you should listen, and write\n2. Close it', '- [ ] If you join the call you should listen, and write\n- [ ] Close it'],
  ]
  test.each(cases)('%j', (source, result) => expect(body(source)).toBe(`## Steps\n\n${result}`))

  test('an otherwise without a condition before it stays a step, and that is said', () => {
    const made = imported('1. Look\n2. Otherwise, wait')
    expect(made.notes).toMatchObject([{ line: 2, reason: 'otherwise' }])
    expect(bodyOf(made)).toContain('- [ ] Otherwise, wait')
  })

  test('choices nest, and stop before the format does', () => {
    const deep = Array.from({ length: 9 }, (_, level) => `${'    '.repeat(level)}- [ ] If level ${level} holds:`).join('\n')
    const made = imported(`${deep}\n${'    '.repeat(9)}- [ ] Stop`)
    expect(made.dropped).toEqual([])
    expect(bodyOf(made)).toContain('Stop')
  })
})

describe('replies become snippets', () => {
  test('a quote with places to fill in is a snippet of the step above it', () => {
    const made = imported('1. Ask for proof\n\n   > Hello [customer name], send us the receipt of [the order no.].\n2. Wait')
    expect(bodyOf(made)).toBe('## Steps\n\n- [ ] Ask for proof {snippet: ask-for-proof}\n- [ ] Wait')
    expect(made.snippets).toMatchObject([
      { id: 'ask-for-proof', line: 3, draft: { title: 'Ask for proof', body: 'Hello {{case.requester|there}}, send us the receipt of {{the-order-no}}.' } },
    ])
    expect(made.notes).toMatchObject([{ reason: 'variable', text: 'customer name, the order no.' }])
  })
  test('a fenced text with places to fill in is a snippet; code is not', () => {
    const made = imported('## Ask\n\n1. Look\n\n```text\nHello [first name of the buyer],\n\nplease wait.\n```\n\n```sh\necho [a] | sort [b]\n```')
    expect(made.snippets.map(({ draft }) => draft.body)).toEqual(['Hello {{first-name-of-the-buyer}},\n\nplease wait.'])
    expect(bodyOf(made)).toContain('echo [a] | sort [b]')
  })
  test('a quote without them, and an admonition with them, stay text', () => {
    const made = imported('> Be kind.\n\n!!! note "Mind"\n    Write [name] in full.\n\n1. Look')
    expect(made.snippets).toEqual([])
    expect(bodyOf(made)).toBe('> Be kind.\n\n> **Note: Mind** Write \\[name] in full.\n\n## Steps\n\n- [ ] Look')
  })
  test('in a text to read the quote stays, and a step at the end inserts the snippet', () => {
    const made = imported('The words we use.\n\n## Greeting\n\n> Hello [name], welcome.')
    expect([made.playbooks[0]?.kind, made.snippets.length]).toEqual(['reference', 1])
    expect(bodyOf(made)).toContain('- [ ] Insert the reply: Greeting {snippet: greeting, optional}')
  })
  test.each(made(['1. Ask\n\n   > Hello [name]']))('each is a sound snippet file', (draft) => expect(parseSnippet(printSnippet(draft)).problems).toEqual([]))
})

function made(sources: string[]) {
  return sources.flatMap((source) => imported(source).snippets.map(({ draft }) => draft))
}

describe('what other tools write', () => {
  const cases: [what: string, source: string, result: string, lost: string[]][] = [
    ['shortcodes', 'Read {{< ref "a" >}} this.\n\n1. Look', 'Read  this.', ['1 shortcode']],
    ['liquid tags', '{% raw %}\n\n1. Look', '', ['1 shortcode']],
    ['a table of contents', '[TOC]\n\n1. Look', '', ['1 contents']],
    ['alerts', '> [!WARNING]\n> Be quick.\n\n1. Look', '> **Warning** Be quick.', []],
    ['containers', ':::tip Mind\nBe quick.\n:::\n\n1. Look', '> **Tip: Mind** Be quick.', []],
    ['attribute lists', 'See [a](https://a.b){:target="_blank"}.\n\n1. Look', 'See [a](https://a.b).', ['1 attribute-list']],
    ['comments', 'One <!-- two --> three.\n\n1. Look', 'One  three.', ['1 comment']],
    ['emphasis in HTML', 'One <b>two</b> <code>three</code>.\n\n1. Look', 'One **two** `three`.', []],
    ['words in angle brackets', 'Ask <your name> now.\n\n1. Look', 'Ask \\<your name> now.', []],
    [
      'tables in HTML',
      '<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2 &amp; 3</td></tr></table>\n\n1. Look',
      '| A | B |\n| - | - |\n| 1 | 2 & 3 |',
      [],
    ],
    ['lists in HTML', '<ul><li>one<ul><li>two</li></ul></li></ul>\n\n1. Look', '- one\n  - two', []],
    ['scripts', '<script>\nalert(1)\n</script>\n\n1. Look', '', ['1 html']],
    ['images', '![A seam](seam.png) and ![](b.png)\n\n1. Look', 'A seam and', ['1 image', '1 image']],
    ['links to files', 'See [the list](list.xlsx) and [below](#more).\n\n1. Look', 'See the list and below.', ['1 link', '1 link']],
    ['links without a lock', 'See [the list](http://a.b/c).\n\n1. Look', 'See the list (`http://a.b/c`).', []],
    ['links by name', 'See [the list][l].\n\n[l]: https://a.b/c\n[m]: https://a.b/d\n\n1. Look', 'See [the list](https://a.b/c).', ['4 definition']],
    ['footnotes', 'See this.[^1]\n\n[^1]: There.\n\n1. Look', 'See this.\\[^1]\n\n\\[^1]: There.', []],
    ['rules', 'Look here.\n\n***\n\n1. Look', 'Look here.', ['3 divider']],
  ]
  test.each(cases)('%s', (_, source, intro, lost) => {
    const found = imported(source)
    expect(bodyOf(found).replace(/\n*## Steps\n\n- \[ \] Look$/, '')).toBe(intro)
    expect(reasons(found)).toEqual(lost)
  })

  test('front matter is kept where a playbook has a place for it, and named line by line where not', () => {
    const text =
      '---\ntitle: Fakes\nowner: policy@team\nseverity: S2\nreview-every: 90d\nkeywords: [replica]\ndescription: When in doubt.\nlayout: wide\ntags:\n  - a\n  - b\n---\n# Fakes\n\n1. Look'
    const found = imported(text)
    expect(found.playbooks[0]?.document).toMatchObject({
      title: 'Fakes',
      owner: 'policy@team',
      severity: 'S2',
      reviewEveryDays: 90,
      triggers: [{ terms: ['replica'] }],
    })
    expect(found.dropped.map(({ line, text: words }) => [line, words])).toEqual([
      [8, 'layout: wide'],
      [9, 'tags:\n  - a\n  - b'],
    ])
  })
  test.each(['---\ntitle: *a\n---\n1. Look', '---\n- a\n---\n1. Look'])('front matter that cannot be read is named: %j', (text) => {
    expect(imported(text).dropped).toMatchObject([{ line: 2, reason: 'front-matter' }])
  })
  test('front matter between plus signs is read, too', () => expect(imported('+++\ntitle = "Fakes"\n+++\n1. Look').playbooks[0]?.document.title).toBe('Fakes'))
})

describe('HTML as people write it', () => {
  test('a script in capitals is dropped with its words', () => {
    const made = imported('1. Look\n\n<DIV><SCRIPT>steal()</SCRIPT>Kept</DIV>')
    expect(bodyOf(made)).not.toContain('steal')
    expect(bodyOf(made)).toContain('Kept')
  })
  test('a bracket in an address does not end the link', () => {
    expect(body('1. See <a href="https://x.example/a)b">the list</a>')).toContain('[the list](https://x.example/a\\)b)')
  })
})
