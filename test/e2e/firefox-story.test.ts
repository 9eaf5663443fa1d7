// The main job, end to end, in Firefox with its own build: an agent's browser with its real sidebar, a lead's browser, a real hub and the demo desk.
// Site data of frames kept apart by site, as Firefox does by itself (5), and refused altogether (1).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../demo/stage/rail.ts'
import type { Client } from '../../hub/client.ts'
import type { StatusView } from '../../lib/schema/views.ts'
import { type Firefox, startFirefox, whyNoFirefox } from './firefox.ts'
import type { FirefoxPage } from './firefox-page.ts'
import { allowSite, joinInFirefox, launcherIn } from './firefox-people.ts'
import { openTeam, type Team } from './team.ts'

const missing = whyNoFirefox()
if (missing) process.stderr.write(`Firefox: the story is not run. ${missing}\n`)

const thirdPartyStorage = [
  { name: 'kept apart by site', cookieBehavior: 5 },
  { name: 'blocked', cookieBehavior: 1 },
]

describe.runIf(missing === null).each(thirdPartyStorage)('the story in Firefox with third-party storage $name', ({ cookieBehavior }) => {
  let team: Team
  let mira: Firefox
  let lea: Firefox
  let welcome: FirefoxPage
  let page: FirefoxPage
  let frame: FirefoxPage
  let panel: FirefoxPage
  let desk: FirefoxPage
  let hub: Client
  let ticket: string
  beforeAll(async () => {
    team = await openTeam()
    ticket = `${team.company.deskUrl}/tickets/1042`
    const preferences = { 'network.cookie.cookieBehavior': cookieBehavior }
    ;[mira, lea, hub] = await Promise.all([startFirefox({ preferences }), startFirefox({ preferences }), team.caller('Lars', 'lead')])
    welcome = await joinInFirefox(mira, team, 'Mira', 'agent')
    await joinInFirefox(lea, team, 'Lea', 'lead')
    desk = await lea.open('console.html')
    await desk.sees(/Nothing waits for you/)
  })
  afterAll(async () => {
    await Promise.all([mira?.stop(), lea?.stop()])
    await team?.stop()
  })

  const escalations = async () => (await hub('snapshot')).escalations
  const replyText = () => page.evaluate<string>(`document.querySelector('#reply-editor').innerText`)
  const status = () => welcome.evaluate<{ value: StatusView }>(`browser.runtime.sendMessage({ name: 'status.get', request: {} })`).then(({ value }) => value)
  const openFrame = async () => {
    await page.clickAt(await launcherIn(welcome, ticket))
    frame = await until(() => page.frame('/sidebar.html'), 'the rail’s frame')
    await frame.sees(/Escalate/)
  }

  it('asks for the site with the browser’s own question, and stands beside the page once it is allowed', async () => {
    expect(await allowSite(mira, welcome, team.company.deskUrl)).toMatch(/Handrail requests[\s\S]*127\.0\.0\.1/)
    await welcome.sees(new RegExp(`On, ${team.company.deskUrl}`))
    page = await mira.open(ticket)
    await until(async () => /[1-9]\d* playbooks?/.test((await launcherIn(welcome, ticket)).label), 'a count on the launcher')
  })

  it('shows the case and the best playbook with its reason in the page', async () => {
    await openFrame()
    await frame.sees(/Handbag from the Sunday auction[\s\S]*Counterfeit listing[\s\S]*Shown because .*Counterfeit/)
  })

  it('does nothing of consequence in the page, which may cover a frame unseen, and says where it works', async () => {
    await frame.press('button', 'Add note, severity, queue')
    await frame.fill('textbox', 'Note', 'Order above 1,000 and the shop refused it.')
    await frame.press('button', 'Escalate')
    await frame.sees(/Nothing was done\. It works in the sidebar, which Handrail’s button in the toolbar opens\./)
    expect(await frame.count('button', 'Open the side panel')).toBe(0)
    expect((await status()).queued).toBe(0)
  })

  it('opens the sidebar with its button in the toolbar, which takes over the case and what was typed', async () => {
    expect(await mira.window.buttonPlace()).toBe('nav-bar')
    await mira.window.pressToolbarButton()
    panel = await mira.window.sidebar()
    await panel.sees(/Handbag from the Sunday auction[\s\S]*Shown because .*Counterfeit/)
    await until(async () => (await page.frame('/sidebar.html')) === null, 'the frame to make room')
    if ((await panel.count('textbox', 'Note')) === 0) await panel.press('button', 'Add note, severity, queue')
    await until(() => panel.evaluate<boolean>(`[...document.querySelectorAll('textarea')].some(({ value }) => /the shop refused it/.test(value))`), 'the note')
  })

  it('works through a playbook: a picture, a value from the case, a choice, a skip with its reason', async () => {
    await panel.press('button', /Counterfeit listing/)
    await panel.press('button', 'Picture', { role: 'listitem', name: /Save the listing as it stands now/ })
    await until(() => panel.evaluate<boolean>(`[...document.images].some(({ naturalWidth }) => naturalWidth > 100)`), 'the picture')
    await panel.press('checkbox', /./, { role: 'listitem', name: /Save the listing as it stands now/ })
    await panel.sees(/Version 1\. 1 of \d+ done/)
    await panel.press('button', /^Use 1280.* from the case/)
    await panel.sees(/2 of \d+ done/)
    await panel.press('radio', /Photos with specific differences/)
    await panel.press('button', /^More for step/, { role: 'listitem', name: /Look at earlier authenticity/ })
    await panel.press('menuitem', /^Skip…/)
    await panel.fill('textbox', 'Why is it skipped?', 'The seller is new')
    await panel.press('button', 'Save', { role: 'listitem', name: /Look at earlier authenticity/ })
    await panel.sees(/\d of \d+ done, 1 skipped[\s\S]*The seller is new/)
  })

  it('inserts a snippet into the reply at the caret, with its variables filled, and reads it back', async () => {
    await page.click('#reply-editor')
    await page.keys(`Before. After.${'\uE012'.repeat(' After.'.length)}`)
    await panel.press('button', /^Insert/, { role: 'listitem', name: /Acknowledge the buyer/ })
    await panel.sees(/Inserted in /)
    expect(await replyText()).toMatch(/^Before\.[\s\S]*Hello Imani Brooks,[\s\S]*order LM-613204[\s\S]*you will get an answer\.[\s\S]* After\.\s*$/)
  })

  it('escalates at one click, which leaves after the time to undo with note, run and picture', async () => {
    await panel.press('button', 'Escalate')
    await panel.sees(/Saved on this device\. Sends in \d s\./)
    await panel.sees(/Delivered to the hub/)
    const content = (await escalations())[0]?.content
    expect(content?.note).toBe('Order above 1,000 and the shop refused it.')
    expect(content?.run).toMatchObject({ playbook: { id: 'counterfeit-listing', version: 1 }, skipped: 1 })
    expect(JSON.stringify(content?.run)).toContain('"kind":"screenshot"')
  })

  it('tells the agent who took it, in the sidebar and in a frame that was opened again', async () => {
    await openFrame()
    await desk.press('link', /Handbag from the Sunday auction/)
    await desk.sees(/Order above 1,000 and the shop refused it\./)
    await desk.press('button', 'Take')
    await desk.sees(/You have it\./)
    await Promise.all([panel, frame].map((place) => place.sees(/Taken by Lea\./)))
  })

  it('brings a question to the case and the answer to the lead', async () => {
    await desk.pressText('Ask Mira')
    await desk.fill('textbox', 'Question to Mira', 'Did the shop put it in writing?')
    await desk.press('button', 'Ask')
    await panel.sees(/Did the shop put it in writing\?/)
    await panel.fill('textbox', 'Your answer', 'Yes, the note is attached.')
    await panel.press('button', 'Answer')
    await desk.sees(/Yes, the note is attached\./)
  })

  it('shows the ruling and its rationale on the case', async () => {
    await desk.pressText('Decide')
    await desk.press('button', 'Listing removed, refund handed to Payments')
    await desk.fill('textbox', 'Rationale', 'Two independent opinions and no proof from the seller.')
    await desk.press('button', 'Rule')
    await panel.sees(/Ruled by Lea: Listing removed, refund handed to Payments/)
    await panel.sees(/Two independent opinions and no proof from the seller\./)
  })

  it('publishes from the console’s editor into the open panel, while the run stays on its version', async () => {
    await desk.press('link', 'Playbooks')
    await desk.press('link', /Counterfeit listing/)
    await desk.press('link', 'Edit')
    await desk.press('textbox', 'Playbook source')
    await desk.control('\uE010')
    await desk.keys('- [=] Listing paused until the seller answers')
    await desk.press('button', 'Publish')
    await desk.fill('textbox', 'What changed in version 2', 'A pause is an outcome now.')
    await desk.press('button', 'Publish')
    await panel.sees(/Version 2 is out\. This run stays on version 1\./)
  })
})
