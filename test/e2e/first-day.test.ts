// What nobody names but everybody meets: an empty team, tabs that were open before, an update under the open page, newer data.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enableSite, joinTeam } from '../../demo/people.ts'
import type { Stage } from '../../demo/stage/extension.ts'
import { clickLauncher, launcherBox, launcherLabel, openRail, railFrame, until } from '../../demo/stage/rail.ts'
import { escalate, standing } from './panel.ts'
import { openTeam, type Team } from './team.ts'

const hosts = (page: Page) => page.evaluate(() => document.querySelectorAll('handrail-host').length)

/** Opens the device's database as a version to come would, or as it is: its version, its stores, and a word that was put there. */
function future(page: Page, version?: number): Promise<[number, string[], unknown]> {
  return page.evaluate(
    (asked) =>
      new Promise((resolve, reject) => {
        const open = indexedDB.open('handrail', asked)
        open.onupgradeneeded = () => open.result.createObjectStore('future').put('kept', 'word')
        open.onerror = () => reject(open.error)
        open.onsuccess = () => {
          const word = open.result.transaction('future').objectStore('future').get('word')
          word.onsuccess = () => {
            resolve([open.result.version, [...open.result.objectStoreNames], word.result])
            open.result.close()
          }
        }
      }),
    version,
  )
}

describe('the first day', () => {
  let team: Team
  let stage: Stage
  let page: Page
  beforeAll(async () => {
    team = await openTeam({ withLibrary: false })
    stage = await team.visitor()
    page = await stage.context.newPage()
    await page.goto(`${team.company.deskUrl}/tickets/1042`)
    await joinTeam(stage, { hubUrl: team.company.hub.url, code: await team.company.invite('agent'), name: 'Mira' })
  })
  afterAll(() => team?.stop())

  it('brings the rail to a tab that was open before the site was enabled, without a reload', async () => {
    expect(await hosts(page)).toBe(0)
    await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }))
    await enableSite(stage, team.company.deskUrl)
    await until(() => launcherBox(page), 'the launcher')
    expect(await page.evaluate(() => (globalThis as unknown as { isSamePage?: boolean }).isSamePage)).toBe(true)
  })

  it('says what comes next in a team without a single playbook, and hands a case over all the same', async () => {
    const panel = await openRail(page)
    await panel.getByText('Your team has no playbooks yet.').waitFor()
    await panel.getByText('A lead writes them in the console; they appear here by themselves.').waitFor()
    await escalate(panel)
    await standing(panel, /Delivered to the hub/)
  })

  it('teaches a lead the next step in an empty inbox and an empty library', async () => {
    const lea = await team.member('Lea', 'lead')
    const desk = await lea.open('console.html')
    await desk.getByRole('link', { name: 'Playbooks' }).click()
    await desk.getByText('No playbooks yet. Write the first one here').waitFor()
    await desk.getByRole('link', { name: 'New playbook' }).click()
    await desk.getByRole('button', { name: 'Publish' }).or(desk.getByRole('textbox')).first().waitFor()
  })

  it('leaves one launcher in an open tab when the extension is updated under it', async () => {
    const frames = () => page.frames().filter((frame) => frame.url().includes('/sidebar.html')).length
    if (frames() === 0) await openRail(page)
    const worker = stage.context.serviceWorkers()[0]
    await worker?.evaluate(() => (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload()).catch(() => undefined)
    await until(async () => frames() === 0, 'the old rail to go')
    await until(async () => (await hosts(page)) === 1 && (await launcherLabel(page)), 'one launcher that answers')
    await clickLauncher(page)
    const panel = await railFrame(page)
    await panel.getByRole('heading', { name: /Handbag from the Sunday auction/ }).waitFor()
    expect(await hosts(page)).toBe(1)
    expect(frames()).toBe(1)
  })

  it('refuses data that a newer version wrote, in a sentence, and leaves it untouched', async () => {
    const visitor = await team.visitor()
    const own = await visitor.open('icon/16.png')
    const newer = await future(own, 999)
    expect(newer).toMatchObject([999, expect.arrayContaining(['future']), 'kept'])
    const again = await team.restart(visitor)
    const panel = await again.open('sidebar.html')
    await panel.getByText("This device's data was written by a newer Handrail.").waitFor()
    await panel.getByText('It was not touched. Update Handrail, or open it in the browser profile that was updated.').waitFor()
    expect(await future(await again.open('icon/16.png'))).toEqual(newer)
  })
})
