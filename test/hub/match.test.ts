// Claims about `handrail match` over a folder of playbooks.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommand, spawnCommand } from './command.ts'

const playbook = (title: string, triggers: string) => `---\ntitle: ${title}\ntriggers:\n${triggers}\n---\n\n## Do\n\n- [ ] Look\n- [!] Ask\n`

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'handrail-match-'))
  await writeFile(
    join(dir, 'fake.md'),
    playbook('Fake', '  - keywords: [replica]\n  - field: order.value\n    from: 1000\n  - not:\n      field: case.status\n      is: closed'),
  )
  await writeFile(join(dir, 'refund.md'), playbook('Refund', '  - keywords: [money back]\n    in: subject'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const match = (args: string[]) => runCommand(['match', dir, ...args])

describe('handrail match', () => {
  it('says what is shown and why, best first', async () => {
    const args = ['--subject', 'I want my money back', '--field', 'order.value=$1,250', '--text', '-']
    const { code, stdout } = await spawnCommand(['match', dir, ...args], { input: 'It is a replica.' })
    expect([code, stdout]).toEqual([
      0,
      'Fake (fake, 13 points)\n  shown because order.value is $1,250, at least 1000, and the page says “replica”\nRefund (refund, 4 points)\n  shown because the subject says “money back”\n',
    ])
  })
  it('says what a negative trigger keeps back, and in spite of what', async () => {
    await writeFile(join(dir, 'case.txt'), 'a replica')
    const { stdout } = await match(['--field', 'case.status=Closed', '--text', join(dir, 'case.txt')])
    expect(stdout).toBe('Fake (fake)\n  kept back because case.status is Closed\n  although the page says “replica”\n')
  })
  it('says so when nothing is shown, and the same as JSON', async () => {
    expect((await match([])).stdout).toBe('No playbook is shown for this case.\n')
    expect(JSON.parse((await match(['--json'])).stdout)).toEqual({ matches: [], keptBack: [] })
  })
  it('refuses a field without a name and a file that is not there', async () => {
    expect(await match(['--field', 'Category'])).toMatchObject({ code: 1, stderr: expect.stringContaining('write case.category=Counterfeit') })
    expect(await match(['--text', join(dir, 'gone.txt')])).toMatchObject({ code: 1, stderr: expect.stringContaining('cannot be read (ENOENT)') })
  })
})
