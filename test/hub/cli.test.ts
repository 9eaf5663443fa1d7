// Claims about the command line against a real hub.
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type HubProcess, makeDataDir, startHub } from '../../hub/testing/hub-process.ts'
import type { SitePage } from '../../lib/schema/site.ts'
import { callerOf, newId } from './api.ts'
import { runCommand, spawnCommand } from './command.ts'
import { growingPlaybook, playbook } from './contents.ts'

const file = fileURLToPath(new URL('../../package.json', import.meta.url))
const handrail = (...args: string[]) => runCommand(args)
const codeIn = (text: string) => /([2-9A-Z]{4}-){3}[2-9A-Z]{4}/.exec(text)?.[0] ?? ''

let dataDir: string
let files: string
let hub: HubProcess
let token: string
beforeAll(async () => {
  dataDir = await makeDataDir()
  files = join(dataDir, 'files')
  const made = await handrail('init', '--data', dataDir, '--team', 'Command line team')
  hub = await startHub({ dataDir })
  const joined = await handrail('join', '--hub', hub.url, '--invite', codeIn(made.stdout), '--name', 'Ada')
  token = joined.stdout.trim()
  await mkdir(join(files, 'snippets'), { recursive: true })
  await mkdir(join(files, 'sites'))
  await writeFile(join(files, 'README.md'), '# Not a playbook\n')
  await writeFile(join(files, 'counterfeit.md'), playbook('Counterfeit', 'Ask for proof {snippet: ask-for-proof}'))
  await writeFile(join(files, 'snippets', 'ask-for-proof.md'), '---\ntitle: Ask for proof\n---\nPlease send the invoice.\n')
})
afterAll(async () => {
  await hub.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const anyPage: SitePage = { name: 'Ticket', path: '/*', caseId: [], fields: [], reply: [] }

describe('handrail', () => {
  it('init and join give an admin a token', async () => {
    const { member, team } = await callerOf(hub.url, token).ok('session')
    expect([member.name, member.role, team.name]).toEqual(['Ada', 'admin', 'Command line team'])
  })

  it('init makes a second team only when asked to', async () => {
    for (const name of ['Second team', 'Command line team']) {
      const refused = await handrail('init', '--data', dataDir, '--team', name)
      expect([refused.code, refused.stdout]).toEqual([1, ''])
      expect(refused.stderr).toBe(`The hub in ${dataDir} already has the team "Command line team"; add --another to make a second team.\n`)
    }
  })

  it('init beside a running hub adds a team and leaves the hub alone', async () => {
    const made = await handrail('init', '--data', dataDir, '--team', 'Second team', '--url', hub.url, '--another')
    expect(made.code).toBe(0)
    expect(made.stdout).toContain(`${hub.url}/join#`)
    expect(made.stdout).toMatch(new RegExp(`Start the hub with: npm run hub -- --data \\S+ --port ${new URL(hub.url).port}\n$`))
    expect((await fetch(`${hub.url}/healthz`)).status).toBe(200)
  })

  it('init again prints a new invite for a team that no admin has joined', async () => {
    const again = () => handrail('init', '--data', dataDir, '--team', 'Waiting team')
    const lost = await handrail('init', '--data', dataDir, '--team', 'Waiting team', '--another')
    const renewed = await again()
    expect(renewed.stdout).toMatch(/ --data \S+\n$/)
    expect(renewed.stdout).toMatch(/^Team "Waiting team" was in [^\n]* already, and no admin has joined it yet\. This is a new invite\.\n/)
    const joined = await handrail('join', '--hub', hub.url, '--invite', codeIn(renewed.stdout), '--name', 'Late Admin')
    expect(joined.stderr).toContain('Joined Waiting team as Late Admin (admin).')
    const found = await handrail('join', '--hub', hub.url, '--invite', codeIn(lost.stdout), '--name', 'A finder')
    expect(found).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('This invite has expired') })
    expect(await again()).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('already has the teams "Command line team", ') })
  })

  it('invite prints code and link, and join takes either', async () => {
    const invited = await handrail('invite', '--hub', hub.url, '--token', token, '--role', 'agent')
    const link = /http\S+/.exec(invited.stdout)?.[0] ?? ''
    const joined = await handrail('join', '--invite', link, '--name', 'Ari')
    expect(joined.stdout).toMatch(/^[A-Za-z0-9_-]{43}\n$/)
    const again = await handrail('join', '--hub', hub.url, '--invite', codeIn(link))
    expect([again.code, again.stdout]).toEqual([1, ''])
    expect(again.stderr).toMatch(/^This invite was used already[^\n]*\n$/)
  })

  it('invite --member lets a member join again on a new device, under the old name', async () => {
    const invite = (...args: string[]) => handrail('invite', '--hub', hub.url, '--token', token, ...args)
    const named = await invite('--role', 'agent')
    await handrail('join', '--hub', hub.url, '--invite', codeIn(named.stdout), '--name', 'Tom Twice')
    const again = await invite('--member', 'tom twice')
    expect(again.stdout).toContain('Invite code for a new device of Tom Twice (works once, for seven days):')
    const joined = await handrail('join', '--hub', hub.url, '--invite', codeIn(again.stdout), '--name', 'Another Name')
    expect(joined.stderr).toContain('as Tom Twice (agent)')
    const { member } = await callerOf(hub.url, joined.stdout.trim()).ok('session')

    await handrail('join', '--hub', hub.url, '--invite', codeIn((await invite('--role', 'agent')).stdout), '--name', 'Tom Twice')
    for (const [args, sentence] of [
      [['--member', 'Tom Twice'], /^2 members are called "Tom Twice": pass the id of one of them instead, [^\n]*\n$/],
      [['--member', 'Nobody'], /^There is nobody called "Nobody" in your team\.\n$/],
      [[], /^Say who is invited: --role [^\n]*\n$/],
      [['--member', 'Tom Twice', '--role', 'lead'], /^[^\n]*cannot be used with[^\n]*\n$/],
    ] as const) {
      const refused = await invite(...args)
      expect([refused.code, refused.stdout]).toEqual([1, ''])
      expect(refused.stderr).toMatch(sentence)
    }
    expect((await invite('--member', member.id)).stdout).toContain('a new device of Tom Twice')
  })

  it('as a process takes the token from its environment, and ends with the code and the words of the command', async () => {
    const env = { HANDRAIL_TOKEN: token }
    const invited = await spawnCommand(['invite', '--hub', hub.url, '--role', 'agent'], { env })
    expect(invited).toEqual({ code: 0, stdout: expect.stringMatching(/^Invite code for one agent /), stderr: '' })
    const refused = await spawnCommand(['join', '--invite', 'AAAA'])
    expect(refused).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(/^This is a code without an address[^\n]*\n$/) })
  })

  it('a token that the hub does not know may be mistyped', async () => {
    const refused = await handrail('invite', '--hub', hub.url, '--token', `${token.slice(0, -1)}.`, '--role', 'agent')
    expect([refused.code, refused.stderr]).toEqual([
      1,
      expect.stringMatching(/^The hub does not know this token: .*or the token is mistyped\. npm run handrail -- join prints one/),
    ])
  })

  it('push publishes what changed and nothing more, and list shows it', async () => {
    const push = () => handrail('push', files, '--hub', hub.url, '--token', token)
    const list = () => handrail('list', '--hub', hub.url, '--token', token)
    expect(await list()).toEqual({ code: 0, stdout: '', stderr: 'Command line team has no playbooks yet: npm run handrail -- push DIR publishes some.\n' })
    expect((await push()).stdout).toBe('new  snippet ask-for-proof, version 1\nnew  playbook counterfeit, version 1\nPublished 2 of 2.\n')
    expect((await push()).stdout).toBe('Nothing changed in 2.\n')
    await writeFile(join(files, 'counterfeit.md'), playbook('Counterfeit', 'Ask twice {snippet: ask-for-proof}'))
    expect((await push()).stdout).toBe('changed  playbook counterfeit, version 2\nPublished 1 of 2.\n')
    expect((await list()).stdout).toMatch(/^counterfeit {2}version 2 {2}\d{4}-\d\d-\d\d {2}Counterfeit\n$/)
    await callerOf(hub.url, token).ok('counts', {
      request: { counts: [{ day: new Date().toISOString().slice(0, 10), kind: 'inserted', subject: 'ask-for-proof', count: 3 }] },
    })
    const snippets = (...more: string[]) => handrail('list', '--hub', hub.url, '--token', token, '--snippets', ...more)
    expect((await snippets()).stdout).toMatch(/^ask-for-proof {2}version 1 {2}\d{4}-\d\d-\d\d {2}used 3 times {2}\S.*\n$/)
    expect(JSON.parse((await snippets('--json', '--days', '7')).stdout)).toMatchObject({
      days: 7,
      snippets: [{ id: 'ask-for-proof', inserted: 3, copied: 0, members: 1 }],
    })
  })

  it('list --sites says on what each profile was verified', async () => {
    const list = (...more: string[]) => handrail('list', '--hub', hub.url, '--token', token, '--sites', ...more)
    expect((await list()).stderr).toBe('Command line team has no site profiles yet: npm run handrail -- push DIR publishes some.\n')
    const publish = (id: string, name: string, verified: string | null) =>
      callerOf(hub.url, token).ok('publishSite', { params: { id }, request: { name, verified, origins: ['https://desk.example.com'], pages: [anyPage] } })
    await publish('admin', 'Seller admin', null)
    await publish('desk', 'Desk', 'Desk 4.2, 2026-11-01')
    expect((await list()).stdout.replace(/\d{4}-\d\d-\d\d {2}(?=n|v)/g, '')).toBe(
      'admin  version 1  not verified                    Seller admin\ndesk   version 1  verified: Desk 4.2, 2026-11-01  Desk\n',
    )
    expect(JSON.parse((await list('--json')).stdout)).toMatchObject({
      sites: [{ id: 'admin', verified: null, origins: ['https://desk.example.com'] }, { id: 'desk' }],
    })
    expect((await list('--snippets')).code).toBe(1)
  })

  describe('push beside a lead who writes in the console', () => {
    let shared: string
    const push = (...more: string[]) => handrail('push', shared, '--hub', hub.url, '--token', token, ...more)
    const write = (id: string, step: string) => writeFile(join(shared, `${id}.md`), playbook(`Push ${id}`, step))
    const publish = (id: string, step: string, base: number | null) =>
      callerOf(hub.url, token).ok('publishPlaybook', { params: { id }, request: { markdown: playbook(`Push ${id}`, step), note: 'In the console', base } })
    beforeEach(async () => {
      shared = join(dataDir, `shared-${randomUUID()}`)
      await mkdir(shared)
    })

    it('asks everybody to confirm what is pushed with --confirm, and what changes it in earnest after that', async () => {
      const asked = async () => (await callerOf(hub.url, token).ok('snapshot')).playbooks.find(({ id }) => id === 'asked')?.confirmFrom
      await write('asked', 'Compare the photos')
      await push()
      const before = await asked()
      await write('asked', 'Compare the photos with the guide')
      await push('--confirm')
      const marked = await asked()
      await write('asked', 'Compare the serial number')
      await push()
      expect([before, marked, await asked()]).toEqual([null, 2, 3])
    })

    it('refuses to overwrite what the folder does not know, names version and author, and goes on with the others', async () => {
      await write('first', 'From files')
      await write('second', 'From files')
      expect((await push()).stdout).toMatch(/Published 2 of 2\.\n$/)
      await publish('first', 'From the console', 1)
      await write('first', 'From files again')
      await write('second', 'From files again')
      const refused = await push()
      expect([refused.code, refused.stdout]).toEqual([1, 'changed  playbook second, version 2\nPublished 1 of 2, refused 1.\n'])
      expect(refused.stderr).toMatch(
        /^refused {2}playbook first: Ada published version 2 on \d+ \w+ \d{4}, [^\n]* UTC, and this folder is based on version 1\. [^\n]*--force\.\n$/m,
      )
      expect(await push()).toMatchObject({ code: 1, stdout: 'Published 0 of 2, refused 1.\n' })
      expect(await push('--force')).toMatchObject({
        code: 0,
        stdout: 'changed  playbook first, version 3\nPublished 1 of 2.\n',
        stderr: expect.stringMatching(/^\d+ warnings: npm run handrail -- lint [^\n]* names them\.\n$/),
      })
      await write('first', 'And once more')
      expect((await push()).code).toBe(0)
    })

    it('goes on from a version whose text was taken over into the folder', async () => {
      await write('taken', 'From files')
      await push()
      await publish('taken', 'From the console', 1)
      await write('taken', 'From the console')
      expect(await push()).toMatchObject({ code: 0, stdout: 'Nothing changed in 1.\n' })
      await write('taken', 'From files again')
      expect((await push()).stdout).toContain('changed  playbook taken, version 3')
    })

    it('of a folder that was never pushed refuses what the hub has with another text, and knows an equal one', async () => {
      for (const id of ['other', 'equal']) await publish(id, 'From the console', null)
      await write('other', 'From files')
      await write('equal', 'From the console')
      const refused = await push()
      expect([refused.code, refused.stdout]).toEqual([1, 'Published 0 of 2, refused 1.\n'])
      expect(refused.stderr).toMatch(/^refused {2}playbook other: Ada published version 1 on [^\n]*, and this folder does not know that version\./m)
      await write('equal', 'From files')
      expect((await push()).stdout).toContain('changed  playbook equal, version 2')
    })

    it('keeps what it was based on by team, in a file that reads well in a diff', async () => {
      await write('kept', 'From files')
      await writeFile(join(shared, '.handrail.json'), `{"${newId()}":{"team":"Elsewhere","playbooks":{}}}`)
      await push()
      const kept = JSON.parse(await readFile(join(shared, '.handrail.json'), 'utf8'))
      expect(Object.values(kept)).toEqual([
        { team: 'Elsewhere', playbooks: {} },
        { team: 'Command line team', playbooks: { kept: { version: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) } } },
      ])
      await writeFile(join(shared, '.handrail.json'), '<<<<<<< ours\n')
      expect(await push()).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/\.handrail\.json cannot be read as what push wrote/) })
    })
  })

  it('push says what becomes of open cases, and knows no other answer', async () => {
    const push = (what: string) => handrail('push', files, '--hub', hub.url, '--token', token, '--open-cases', what)
    await writeFile(join(files, 'counterfeit.md'), playbook('Counterfeit', 'Ask at once {snippet: ask-for-proof}'))
    expect((await push('later')).stderr).toContain('Allowed choices are next-case, apply-now, critical-stop')
    expect((await push('apply-now')).stdout).toContain('changed  playbook counterfeit, version 3')
    const { playbooks } = await callerOf(hub.url, token).ok('snapshot')
    expect(playbooks.find(({ id }) => id === 'counterfeit')).toMatchObject({ rollout: 'apply-now', marks: { applyNow: 3 } })
  })

  it('push counts snippets that the hub has, lint alone does not', async () => {
    const other = join(dataDir, 'other')
    await mkdir(other)
    await writeFile(join(other, 'replica.md'), playbook('Replica', 'Ask for proof {snippet: ask-for-proof}'))
    const lint = await handrail('lint', other)
    expect([lint.code, lint.stdout]).toEqual([1, expect.stringContaining('There is no snippet "ask-for-proof" in this folder.')])
    const push = () => handrail('push', other, '--hub', hub.url, '--token', token)
    expect((await push()).stdout).toContain('Published 1 of 1.')
    await writeFile(join(other, 'replica.md'), playbook('Replica', 'Ask for proof {snippet: nowhere}'))
    expect((await push()).stderr).toContain('There is no snippet "nowhere" in this folder or on the hub.')
  })

  it('lint names a playbook that is too long as it is published', async () => {
    const long = join(dataDir, 'long')
    await mkdir(long)
    await writeFile(join(long, 'growing.md'), growingPlaybook())
    const lint = await handrail('lint', long)
    expect([lint.code, lint.stdout]).toEqual([1, expect.stringMatching(/^growing\.md:1:1 error .* too large as it is published: 2\d\d,\d{3} of 200,000/m)])
  })

  it('lint names file, line and fix, and ends with 1; push then publishes nothing', async () => {
    await writeFile(join(files, 'broken.md'), '---\ntitle: Broken\nseverity: S9\n---\n- [ ] Step {snippet: no-such-snippet}\n')
    const lint = await handrail('lint', files)
    expect(lint.code).toBe(1)
    expect(lint.stdout).toMatch(/^broken\.md:3:\d+ error .*\(fix: .*\)$/m)
    const json = JSON.parse((await handrail('lint', files, '--json')).stdout)
    expect(json.problems).toContainEqual(expect.objectContaining({ file: 'broken.md', line: 3, severity: 'error' }))
    const push = await handrail('push', files, '--hub', hub.url, '--token', token)
    expect([push.code, push.stdout]).toEqual([1, ''])
    await rm(join(files, 'broken.md'))
    expect((await handrail('lint', files)).code).toBe(0)
  })

  it.each([
    [['join', '--hub', 'http://127.0.0.1:9', '--invite', 'AAAA'], /^There is no answer from http:\/\/127\.0\.0\.1:9\. Check/],
    [['join', '--invite', 'AAAA'], /^This is a code without an address/],
    [['lint', '/nowhere-at-all'], /^The folder \/nowhere-at-all cannot be read/],
    [['invite', '--hub', 'desk', '--token', 'x', '--role', 'agent'], /"desk" is not an http or https address\. See --help\.\n$/],
    [['invite', '--hub', '127.0.0.1:7555'], /not an http or https address; did you mean http:\/\/127\.0\.0\.1:7555\. See --help\.\n$/],
    [['push', '.', '--hub', 'http://127.0.0.1:9'], /^There is no token\. .*set HANDRAIL_TOKEN/],
    [['lint', file], /package\.json is a file; name its folder\.\n$/],
    [['push', '.'], /required option '--hub <url>' not specified/],
  ])('%j ends with 1 and one sentence', async (args, sentence) => {
    const ended = await handrail(...args)
    expect(ended.code).toBe(1)
    expect(ended.stderr).toMatch(sentence)
    expect(ended.stderr.trim().split('\n')).toHaveLength(1)
  })
})
