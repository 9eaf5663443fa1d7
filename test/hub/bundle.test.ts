// Claims about `handrail bundle`, `key` and `verify`: the file of a real hub, and what is said of it once it was changed.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HubProcess, startHub } from '../../hub/testing/hub-process.ts'
import { freshDatabase } from '../database.ts'
import { freshTeam, type TeamCallers } from './claims/under-test.ts'
import { runCommand, spawnCommand } from './command.ts'
import { content, imageOf, playbook, runWith } from './contents.ts'

let hub: HubProcess
let dir: string
let team: TeamCallers
let signedIn: string[]
beforeAll(async () => {
  hub = await startHub({ databaseUrl: await freshDatabase() })
  dir = await mkdtemp(join(tmpdir(), 'handrail-bundle-'))
  team = await freshTeam(hub)
  signedIn = ['--hub', hub.url, '--token', team.lead.token!]
  const { hash } = await team.lead.ok('publishPlaybook', {
    params: { id: 'counterfeit' },
    request: { markdown: playbook('Counterfeit'), note: '', base: null },
  })
  const shot = imageOf('bundle')
  const run = runWith([shot])
  const sent = content({ note: 'Looks </script> like\u202e a \u001b[31mreplica', run: { ...run, playbook: { ...run.playbook, hash } } })
  await team.agent.ok('escalate', { request: sent })
  await team.agent.ok('image', { request: { ...shot, of: sent.id } })
  await team.lead.ok('ask', { params: { id: sent.id }, request: { text: 'Which listing?' } })
})
afterAll(async () => {
  await hub.stop()
  await rm(dir, { recursive: true, force: true })
})

const made = async (name: string, ...more: string[]) => {
  const file = join(dir, name)
  const ended = await runCommand(['bundle', '1', ...signedIn, '-o', file, ...more])
  expect(ended).toMatchObject({ code: 0, stderr: '' })
  return { file, text: await readFile(file, 'utf8'), ...ended }
}
const changed = async (name: string, text: string | Buffer) => {
  const file = join(dir, name)
  await writeFile(file, text)
  return runCommand(['verify', file])
}

describe('handrail bundle', () => {
  it('saves an escalation by its number or its id, and says root hash and key', async () => {
    const { stdout } = await made('by-number.html')
    expect(stdout).toMatch(/^Escalation #1 is in .*by-number\.html \(\d+ kB\)\.\nRoot hash: {3}[0-9a-f]{64}\nSigned with: MCow\S+=\n/)
    const { summaries } = await team.lead.ok('snapshot')
    expect((await runCommand(['bundle', summaries[0]!.id, ...signedIn, '--out', join(dir, 'by-id.html')])).code).toBe(0)
  })

  it('touches no file that is there, and says what it does not know', async () => {
    await writeFile(join(dir, 'mine.html'), 'mine')
    expect(await runCommand(['bundle', '1', ...signedIn, '-o', join(dir, 'mine.html')])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('was not touched'),
    })
    expect(await readFile(join(dir, 'mine.html'), 'utf8')).toBe('mine')
    expect(await runCommand(['bundle', '77', ...signedIn])).toMatchObject({ code: 1, stderr: expect.stringContaining('there is no #77') })
    expect(await runCommand(['bundle', 'last', ...signedIn])).toMatchObject({ code: 1, stderr: expect.stringContaining('neither the number') })
  })

  it('is refused to an agent', async () => {
    const agent = ['--hub', hub.url, '--token', team.agent.token!]
    expect(await runCommand(['bundle', '1', ...agent])).toMatchObject({ code: 1, stderr: expect.stringContaining('Your role does not allow this') })
  })
})

describe('handrail verify', () => {
  it('needs neither hub nor token, and says what the signature proves', async () => {
    const { file } = await made('alone.html')
    const alone = await spawnCommand(['verify', file])
    expect(alone).toMatchObject({ code: 0, stderr: '' })
    expect(alone.stdout).toMatch(/^Escalation #1, “Ticket 1042”; made .* by Lena Lead, Test team\.\n/)
    expect(alone.stdout).toContain('intact   The note of 21 Sep 2026, 14:13:20 UTC\n')
    expect(alone.stdout).toContain('intact   1 picture\n')
    expect(alone.stdout).toContain('INTACT by itself')
    const key = (await runCommand(['key', ...signedIn])).stdout
    expect((await runCommand(['verify', file, '--key', key])).stdout).toContain('INTACT, and signed with the key that you gave')
    const { root } = JSON.parse((await runCommand(['verify', file, '--json'])).stdout)
    expect((await runCommand(['verify', file, '--root', root])).stdout).toContain('INTACT, and with the root hash that you gave')
  })

  it('names another key and another root hash', async () => {
    const { file } = await made('other-key.html')
    const other = await freshTeam(hub)
    const key = (await runCommand(['key', '--hub', hub.url, '--token', other.lead.token!])).stdout
    expect(await runCommand(['verify', file, '--key', key])).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('not signed with the key that was given'),
    })
    expect(await runCommand(['verify', file, '--root', '0'.repeat(64)])).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('does not have the root hash'),
    })
  })

  it('names a note, a step, a picture, a question and the page that were changed, without playing what stands in them to the terminal', async () => {
    const { text } = await made('whole.html')
    const swap = (from: string, to: string) => {
      expect(text).toContain(from)
      return text.replaceAll(from, to)
    }
    const cases = [
      ['replica', 'original', 'The note of 21 Sep 2026, 14:13:20 UTC was changed.'],
      ['"label":"Look"', '"label":"Leave"', 'Step “Look” was changed.'],
      ['Which listing?', 'What?', 'The question of Lena Lead'],
      [imageOf('bundle').base64, imageOf('forged').base64, 'Picture 1 is not the one that was stored.'],
      ['✓ Done', '✓ Seen', 'The page was changed where the data says “✓ Done”.'],
    ] as const
    for (const [from, to, said] of cases) {
      const { code, stdout } = await changed('changed.html', swap(from, to))
      expect([code, stdout]).toEqual([1, expect.stringContaining(said)])
      for (const sign of ['\u001b', '\u202e']) expect(stdout).not.toContain(sign)
    }
  })

  it('takes the data alone as well', async () => {
    const { file, text } = await made('data.json', '--json')
    expect((await runCommand(['verify', file])).code).toBe(0)
    expect(JSON.parse(text).content.pictures[0].base64).toBe(imageOf('bundle').base64)
    expect(await changed('data-2.json', text.replace('Which listing?', 'What?'))).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('The question of Lena Lead'),
    })
    const twice = text.replace('"number": 1,', '"number": 1, "number": 1,')
    expect(await changed('data-3.json', twice)).toMatchObject({ code: 1, stdout: expect.stringContaining('“number” stands twice in it') })
  })

  it('ends with 2 where there is no evidence file, and with 1 where one was broken', async () => {
    expect((await changed('other.html', '<!doctype html><p>Hello')).code).toBe(2)
    expect((await changed('other.json', '{"a":1}')).code).toBe(2)
    expect(await runCommand(['verify', join(dir, 'gone.html')])).toMatchObject({ code: 2, stderr: expect.stringContaining('is not there') })
    expect((await runCommand(['verify', dir])).code).toBe(2)
    const { text } = await made('broken.html')
    expect(await changed('cut.html', text.slice(0, -40))).toMatchObject({ code: 1, stdout: expect.stringContaining('cannot be read') })
    const bytes = Buffer.from(text)
    const at = bytes.indexOf('Looks')
    bytes[at] = 0xff
    expect((await changed('bytes.html', bytes)).code).toBe(1)
  })
})
