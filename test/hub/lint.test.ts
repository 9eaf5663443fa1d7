// Claims about `handrail lint`, `parse` and `schema` over folders of files.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { annotationOf } from '../../hub/cli/annotation.ts'
import { runCommand, spawnCommand } from './command.ts'

const front = 'owner: policy@team\nreview-every: 90d\ntriggers:\n  - url: https://desk.example.com/*\n'
const playbook = (title: string, steps: string) => `---\ntitle: ${title}\n${front}---\n\n${steps}\n- [=] Keep\n- [=] Remove\n`
const site = (field: string) =>
  `name: Desk\norigins: [https://desk.example.com]\npages:\n  - name: Ticket\n    path: /*\n    caseId: [{from: url, part: path}]\n    fields:\n      - {name: ${field}, label: Category, sources: [{from: title}]}\n    reply: [textarea]\n`

let root: string
let dir: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'handrail-lint-'))
  dir = join(root, 'books')
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function write(files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, name)), { recursive: true })
    await writeFile(join(dir, name), text)
  }
}
const lint = (...args: string[]) => handrail('lint', dir, ...args)
async function handrail(...args: string[]): Promise<{ code: number; stdout: string }> {
  const { code, stdout } = await runCommand(args)
  return { code, stdout }
}
const codes = async (...args: string[]) => {
  const { problems } = JSON.parse((await lint('--json', ...args)).stdout) as { problems: Record<string, unknown>[] }
  return problems.map(({ file, line, severity, code }) => `${file}:${line} ${severity} ${code}`)
}

describe('handrail lint', () => {
  it('ends with 0 on a sound folder, and with warnings', async () => {
    await write({ 'one.md': playbook('One', '- [ ] Look') })
    expect(await lint()).toEqual({ code: 0, stdout: '1 file, 0 errors, 0 warnings.\n' })
    await write({ 'two.md': playbook('Two', '- [ ] Look {when: case.value > 5 and case.value < 1}') })
    const { code, stdout } = await lint()
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^two\.md:9:1 warning unreachable-step: .*\n2 files, 0 errors, 1 warning\.\n$/)])
  })

  it('prints one JSON document with files, problems and counts, and ends with 1', async () => {
    await write({ 'one.md': playbook('One', '- [ ] Look {snippet: nowhere}'), 'snippets/hello.md': '---\ntitle: Hello\n---\nHello\n' })
    const { code, stdout } = await lint('--json')
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toEqual({
      files: ['one.md', 'snippets/hello.md'],
      problems: [
        {
          file: 'one.md',
          line: 9,
          column: 1,
          severity: 'error',
          code: 'unknown-snippet',
          message: 'There is no snippet "nowhere" in this folder.',
          fix: 'Add the snippet, or use one that the team has.',
        },
      ],
      counts: { files: 2, errors: 1, warnings: 0 },
    })
  })

  it('annotates the files of the checkout on GitHub', async () => {
    await write({ 'one.md': playbook('One', '- [ ] 100 % {snippet: nowhere}') })
    const { code, stdout } = await spawnCommand(['lint', dir, '--github'], { env: { GITHUB_WORKSPACE: root } })
    expect([code, stdout.split('\n')]).toEqual([
      1,
      [expect.stringMatching(/^::error file=books\/one\.md,line=9,col=1::unknown-snippet: There is no snippet "nowhere"/), '1 file, 1 error, 0 warnings.', ''],
    ])
  })

  it('names titles and ids that stand in two files', async () => {
    await write({
      'one.md': playbook('The same', '- [ ] Look'),
      'two.md': playbook('the  Same', '- [ ] Look'),
      'playbooks/one.md': playbook('Another', '- [ ] Look'),
      'snippets/one.md': '---\ntitle: The same\n---\nHello\n',
    })
    expect(await codes()).toEqual(['two.md:2 warning duplicate-title', 'playbooks/one.md:1 error duplicate-file'])
  })

  it('knows the playbooks of the folder, the queues it is told, and the fields of its site profiles', async () => {
    await write({ 'one.md': playbook('One', '- [ ] [This](playbook:two)\n- [!] Send {queue: safty}\n- [ ] Look {when: known case.colour}') })
    expect(await codes()).toEqual(['one.md:9 error unknown-playbook'])
    await write({ 'two.md': playbook('Two', '- [ ] Look'), 'sites/desk.yaml': site('case.color') })
    expect(await codes('--queues', 'safety, legal')).toEqual(['one.md:10 error unknown-queue', 'one.md:11 warning unknown-field'])
    await write({ 'sites/other.yaml': 'name: [' })
    expect(await codes()).toEqual(['sites/other.yaml:1 error yaml'])
  })

  it('names what is no fault only to who asks for hints', async () => {
    await write({ 'one.md': playbook('One', '- [ ] Look {when: known case.colour}'), 'sites/desk.yaml': site('case.colour') })
    const quiet = { code: 0, stdout: '2 files, 0 errors, 0 warnings.\n' }
    expect([await lint(), await codes()]).toEqual([quiet, []])
    expect(await codes('--hints')).toEqual(['sites/desk.yaml:1 hint not-verified'])
    await write({ 'one.md': playbook('One', '- [ ] Look'), 'snippets/hello.md': '---\ntitle: Hello\n---\n{{case.color}}\n' })
    expect(await lint()).toMatchObject({ code: 0, stdout: '3 files, 0 errors, 0 warnings.\n' })
    const { stdout } = await lint('--hints', '--github')
    expect(stdout).toContain('::notice file=')
    expect(stdout).toContain('unused-field: No trigger, condition or snippet at hand uses "case.colour". Did you mean "case.color"?')
    expect(JSON.parse((await lint('--hints', '--json')).stdout).counts).toEqual({ files: 3, errors: 0, warnings: 0, hints: 2 })
    await write({ 'two.md': 'no front matter' })
    expect((await codes('--hints')).filter((one) => one.includes('hint'))).toEqual(['sites/desk.yaml:1 hint not-verified'])
  })
})

it('handrail parse prints the parsed form, and nothing of a faulty file', async () => {
  await write({ 'one.md': playbook('One', '- [ ] Look'), 'two.md': playbook('Two', '- [ ] Look {evidence: photo}') })
  const one = await handrail('parse', join(dir, 'one.md'))
  expect([one.code, JSON.parse(one.stdout)]).toMatchObject([0, { title: 'One', sections: [{ steps: [{ kind: 'check', label: 'Look' }, { kind: 'decide' }] }] }])
  expect(await handrail('parse', join(dir, 'two.md'))).toEqual({ code: 1, stdout: '' })
  expect(await handrail('parse', join(dir, 'nowhere.md'))).toEqual({ code: 1, stdout: '' })
})

it('handrail schema writes what it prints', async () => {
  await write({ 'one.md': '' })
  const { stdout } = await handrail('schema')
  await handrail('schema', '--out', join(dir, 'schema.json'))
  expect(await readFile(join(dir, 'schema.json'), 'utf8')).toBe(stdout)
  expect(JSON.parse(stdout).$defs).toHaveProperty('Step')
  expect(JSON.parse((await handrail('schema', 'site')).stdout).$defs).toHaveProperty('FieldSource')
  expect(await handrail('schema', 'snippet')).toEqual({ code: 1, stdout: '' })
})

it('an annotation escapes what would end it', () => {
  const problem = { severity: 'warning' as const, line: 2, column: 3, code: 'x', message: '50 %\r\nof a:b,c', fix: 'Mend.' }
  expect(annotationOf(problem, 'a,b/c:d%.md')).toBe('::warning file=a%2Cb/c%3Ad%25.md,line=2,col=3::x: 50 %25%0D%0Aof a:b,c Mend.')
})
