// Claims about `handrail import` over folders of files.
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from './command.ts'

const here = process.cwd()
let root: string
let out: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'handrail-import-'))
  out = join(root, 'made')
  process.chdir(root)
  await write({
    'docs/fakes.md':
      '# Fakes\n\n## Look\n\n1. Check the label\n2. If it is fake, remove it\n3. Otherwise, keep it\n\n<!-- old -->\n\n> Hello [customer name], thank you.\n',
    'docs/more/rules.md': 'Only words.\n',
    'docs/seam.png': 'x',
  })
})
afterEach(async () => {
  process.chdir(here)
  await rm(root, { recursive: true, force: true })
})

async function write(files: Record<string, string | Buffer>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), text)
  }
}
const handrail = (...args: string[]) => runCommand(args)
const json = async (...args: string[]) => JSON.parse((await handrail('import', ...args, '--json')).stdout)

describe('handrail import', () => {
  it('without --out says what would be made and what was dropped, and writes nothing', async () => {
    const { code, stdout } = await handrail('import', 'markdown', 'docs')
    expect(code).toBe(0)
    expect(stdout).toContain('would write  fakes.md  "Fakes" from fakes.md: 1 checklist, 5 steps, 1 choice\n')
    expect(stdout).toContain('would write  rules.md  "Rules" from more/rules.md: reference\n')
    expect(stdout).toContain('fakes.md:9 comment: A comment is not shown. "<!-- old -->"\n')
    expect(stdout).toContain('This is a preview: nothing was written. --out DIR writes 3 files.\n')
    expect(await readdir(root)).toEqual(['docs'])
  })

  it('with --out writes a folder that passes lint, and counts in JSON', async () => {
    const report = await json('markdown', 'docs', '--out', out)
    expect(report).toMatchObject({ kind: 'markdown', out, documents: 2, checklists: 1, steps: 5, choices: 1, snippets: 1, references: 1, unsure: [] })
    expect(report.dropped).toEqual([
      { file: 'seam.png', line: 1, reason: 'other-file', message: 'An import of markdown reads .md, .markdown, .mdx only.', text: '' },
      { file: 'fakes.md', line: 9, reason: 'comment', message: 'A comment is not shown.', text: '<!-- old -->' },
    ])
    expect(report.files.map(({ path, state }: { path: string; state: string }) => `${state} ${path}`)).toEqual([
      'new fakes.md',
      'new rules.md',
      'new snippets/look.md',
    ])
    expect(await readFile(join(out, 'snippets', 'look.md'), 'utf8')).toBe('---\ntitle: Look\n---\n\nHello {{case.requester|there}}, thank you.\n')
    expect((await handrail('lint', out)).code).toBe(0)
  })

  it('again changes nothing; other text in the way is never written over unasked', async () => {
    await handrail('import', 'markdown', 'docs', '--out', out)
    const again = await handrail('import', 'markdown', 'docs', '--out', out)
    expect(again.stdout).toContain('0 new, 0 replaced, 3 unchanged')
    await writeFile(join(out, 'rules.md'), 'mine')
    await rm(join(out, 'fakes.md'))
    const refused = await handrail('import', 'markdown', 'docs', '--out', out)
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toBe(
      `Nothing was written: ${out} already has rules.md with other text. Choose another --out, or add --replace to write over them.\n`,
    )
    expect([await readFile(join(out, 'rules.md'), 'utf8'), await readdir(out)]).toEqual(['mine', ['rules.md', 'snippets']])
    const { files } = await json('markdown', 'docs', '--out', out, '--replace')
    expect(files.map(({ state }: { state: string }) => state)).toEqual(['new', 'replaced', 'unchanged'])
  })

  it('reads Espanso, Zendesk and CSV', async () => {
    await write({
      'snippets/hi/0.1.0/package.yml':
        'matches:\n  - trigger: ":hi"\n    replace: Hello\n  - trigger: ":id"\n    replace: "{{o}}"\n    vars:\n      - name: o\n        type: shell\n        params: {cmd: id}\n',
      'macros.json': '{"macros": [{"title": "Late", "active": true, "actions": [{"field": "comment_value", "value": "Sorry"}]}]}',
      'table.csv': 'title,body\nWait,"Please wait,\nthank you"\n',
    })
    expect(await json('espanso', 'snippets')).toMatchObject({ documents: 1, snippets: 1, dropped: [{ line: 7, reason: 'program' }], out: null })
    expect(await json('zendesk', 'macros.json')).toMatchObject({ documents: 1, snippets: 1, dropped: [] })
    expect(await json('csv', 'table.csv', '--out', out)).toMatchObject({ documents: 1, snippets: 1, files: [{ path: 'snippets/wait.md', state: 'new' }] })
  })

  it('names what it cannot read beside what it can', async () => {
    await write({ 'docs/latin.md': Buffer.from([0xe9, 0x20, 0x61]), 'docs/big.md': `${'a'.repeat(200_001)}` })
    await symlink(join(root, 'docs', 'fakes.md'), join(root, 'docs', 'again.md'))
    const { dropped } = await json('markdown', 'docs')
    expect(
      dropped.filter(({ reason }: { reason: string }) => reason !== 'comment').map(({ file, reason }: { file: string; reason: string }) => `${file} ${reason}`),
    ).toEqual(['again.md other-file', 'latin.md unreadable', 'seam.png other-file', 'big.md unreadable'])
  })

  it.each([
    [['markdown', 'nowhere'], /^There is no file or folder nowhere\. Check the path\.\n$/],
    [['csv', 'docs'], /^There is nothing to import in docs: an import of csv reads \.csv, \.tsv\.\n$/],
    [['csv', 'docs/fakes.md'], /^fakes\.md:1: No column holds the text; the first line names "# Fakes"\. Name the column/],
    [['zendesk', 'docs/fakes.md'], /^fakes\.md:1: This is not JSON that can be read\. Save the answer/],
    [['espanso', 'docs/seam.png'], /^seam\.png:1: The file cannot be read: The file holds no list of matches\.\n$/],
    [['csv', 'docs/fakes.md', '--as', 'checklist'], /^--as says what documents are; .* Leave it out\.\n$/],
    [['word', 'docs'], /Allowed choices are markdown, espanso, zendesk, csv/],
    [['markdown', 'docs', '--out', 'docs/fakes.md'], /is a file\. Choose another --out\.\n$/],
  ])('%j ends with 1 and one sentence', async (args, sentence) => {
    const ended = await handrail('import', ...args)
    expect([ended.code, ended.stdout]).toEqual([1, ''])
    expect(ended.stderr).toMatch(sentence)
    expect(ended.stderr.trim().split('\n')).toHaveLength(1)
  })
})
