// An escalation leaves the console as a file: whole, checked by the command line, readable in both themes, and nothing in it can be changed unseen.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Stage } from '../../demo/stage/extension.ts'
import { fileIn } from '../../lib/domain/evidence-file/embed.ts'
import { runCommand } from '../hub/command.ts'
import { content, imageOf, runWith } from '../hub/contents.ts'
import { axeFaults } from './axe.ts'
import { openTeam, type Team } from './team.ts'

/** One pixel that a browser shows. */
const dot = Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64')

describe('an evidence file', () => {
  let team: Team
  let lea: Stage
  let desk: Page
  let dir: string
  let file: string
  const note = 'Read </script><img src="x" onerror="document.title=1"> twice.'
  beforeAll(async () => {
    team = await openTeam()
    dir = await mkdtemp(join(tmpdir(), 'handrail-evidence-'))
    lea = await team.member('Lea', 'lead')
    const [mira, lars] = [await team.caller('Mira', 'agent'), await team.caller('Lars', 'lead')]
    const { playbooks } = await lars('snapshot')
    const { id, version, hash, document } = playbooks.find((one) => one.id.startsWith('counterfeit'))!
    const shot = { ...imageOf(''), base64: dot.toString('base64'), width: 1, height: 1 }
    shot.hash = Buffer.from(await crypto.subtle.digest('SHA-256', dot)).toString('hex')
    const run = { ...runWith([shot]), playbook: { id, version, hash, title: document.title } }
    const sent = content({ note, run })
    await mira('escalate', { request: sent })
    await mira('image', { request: { ...shot, of: sent.id } })
    desk = await lea.open(`console.html#/inbox/${sent.id}`)
  })
  afterAll(async () => {
    await team?.stop()
    await rm(dir, { recursive: true, force: true })
  })

  it('is saved from the reading pane and found intact', async () => {
    const download = desk.waitForEvent('download')
    await desk.getByRole('button', { name: 'Save as evidence file' }).click()
    const saved = await download
    expect(saved.suggestedFilename()).toBe('escalation-1.html')
    file = join(dir, 'escalation-1.html')
    await saved.saveAs(file)
    await desk.getByText('Escalation #1 is saved as escalation-1.html.').waitFor()
    const ended = await runCommand(['verify', file])
    expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining('by Lea') })
    expect(fileIn(await readFile(file, 'utf8')).content.pictures[0]?.base64).toBe(dot.toString('base64'))
  })

  it('names what was changed by one sign', async () => {
    const text = await readFile(file, 'utf8')
    const changed = join(dir, 'changed.html')
    await writeFile(changed, text.replace('twice.', 'twice!'))
    expect(await runCommand(['verify', changed])).toMatchObject({ code: 1, stdout: expect.stringContaining('The page was changed where the data says') })
    await writeFile(changed, text.replaceAll('twice.', 'twice!'))
    expect(await runCommand(['verify', changed])).toMatchObject({ code: 1, stdout: expect.stringMatching(/^- The note of .* was changed\.$/m) })
  })

  it('is read without Handrail, runs and loads nothing, and axe finds nothing in either theme', async () => {
    const context = lea.context
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const said: string[] = []
    page.on('console', (message) => said.push(message.text()))
    await page.goto(`file://${file}`)
    await page.getByText(note).waitFor()
    expect(await page.title()).toBe('Escalation #1: Ticket 1042')
    expect(await page.getByRole('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([`file://${file}`])
    expect(said).toEqual([])
    expect(await axeFaults(page)).toEqual([])
  })

  it('says why there is no file when the hub cannot be reached', async () => {
    await team.company.hub.kill()
    await desk.getByRole('button', { name: 'Save as evidence file' }).click()
    await desk.getByText(/The hub cannot be reached\. .* try again in a moment\./).waitFor()
  })
})
