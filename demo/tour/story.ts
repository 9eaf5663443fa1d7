// The story that Handrail exists for, from the page to the lead and back, step by step, on the demo desk.
import type { Frame, Page } from 'playwright-core'
import { enableSite } from '../people.ts'
import { killWorker } from '../stage/extension.ts'
import { launcherLabel, openRail, pressGuarded, until } from '../stage/rail.ts'
import { photograph } from '../stage/toolbar.ts'
import { type Cast, joinAs, openConsole } from './cast.ts'
import type { Telling } from './telling.ts'

const press = (rail: Frame, name: string) => pressGuarded(rail.getByRole('button', { name, exact: true }).first())

const bag = '/tickets/1042'
const threats = '/tickets/1045'

export async function tellStory(cast: Cast, { step }: Telling): Promise<void> {
  const { company } = cast
  let ticket!: Page
  let rail!: Frame
  let desk!: Page

  await step('Mira, an agent, joins the team with an invite', 'join', async () => {
    const welcome = await cast.agent.open('welcome.html')
    await joinAs(cast.agent, company, 'agent', 'Mira')
    await welcome.reload()
    await welcome.getByRole('heading', { name: 'You are in' }).waitFor()
    return welcome
  })
  await step('She allows the support desk; on a ticket a small launcher appears, with the number of playbooks that fit', 'launcher', async () => {
    await enableSite(cast.agent, company.deskUrl)
    ticket = await cast.agent.context.newPage()
    await ticket.goto(company.deskUrl + bag)
    await until(async () => /1 playbook/.test((await launcherLabel(ticket)) ?? ''), 'the launcher’s count')
    return ticket
  })
  await step('The rail opens beside the page and says why it shows what it shows', 'suggestions', async () => {
    rail = await openRail(ticket)
    await rail.getByText('Shown because Category is Counterfeit').waitFor()
    return ticket
  })
  await step('She works through the playbook: a step with its picture, a value taken from the case, a choice, a skip with its reason', 'run', async () => {
    await rail.getByRole('button', { name: /^Counterfeit listing/ }).click()
    await photograph(cast.agent, ticket, rail, /Save the listing/)
    await rail.getByRole('button', { name: /^Use 1280/ }).click()
    await rail.getByRole('radio', { name: /^Photos with specific differences/ }).click()
    await rail
      .getByRole('listitem')
      .filter({ hasText: 'Look at earlier authenticity' })
      .getByRole('button', { name: /^More for step/ })
      .click()
    await rail.getByRole('menuitem', { name: /^Skip/ }).click()
    await rail.getByLabel('Why is it skipped?').fill('The seller opened the account today')
    await rail.getByRole('button', { name: 'Save', exact: true }).click()
    await rail.getByText('The seller opened the account today').waitFor()
    return ticket
  })
  await step('The reply that belongs to this branch goes in at the cursor, filled from the case, and is read back', 'inserted', async () => {
    await ticket.locator('#reply-editor').click()
    await press(rail, 'Insert')
    await until(async () => ((await ticket.locator('#reply-editor').textContent()) ?? '').includes('Imani Brooks'), 'the reply')
    return ticket
  })
  await step('Everything else is one search away, two typos included', 'search', async () => {
    await rail.getByRole('combobox', { name: 'Search playbooks and snippets' }).fill('chargbeck evidnce')
    await rail
      .getByRole('option', { name: /Chargeback/i })
      .first()
      .waitFor()
    return ticket
  })
  await step('The worker dies, the tab closes, the browser restarts: the run stands where it was', 'still-there', async () => {
    await killWorker(cast.agent)
    await cast.restartAgent()
    ticket = await cast.agent.context.newPage()
    await ticket.goto(company.deskUrl + bag)
    rail = await openRail(ticket)
    await rail.getByText('Counterfeit listing').first().waitFor()
    return ticket
  })
  await step('One click hands the case over: saved on this device, five seconds to undo', 'saved', async () => {
    await press(rail, 'Escalate')
    await rail
      .getByText(/Saved on this device|Delivered to the hub/)
      .first()
      .waitFor()
    return ticket
  })
  await step('Lea, the lead, has it in her inbox with all the evidence', 'inbox', async () => {
    await joinAs(cast.lead, company, 'lead', 'Lea')
    desk = await openConsole(cast.lead)
    await desk.getByText('Handbag from the Sunday auction').first().click()
    await desk.getByRole('button', { name: 'Take', exact: true }).waitFor()
    return desk
  })
  await step('She takes it and asks back', 'asked', async () => {
    await desk.getByRole('button', { name: 'Take', exact: true }).click()
    await desk.getByText('Ask Mira').click()
    await desk.getByLabel('Question to Mira').fill('Does the seller have other reports from this month?')
    await desk.getByRole('button', { name: 'Ask', exact: true }).click()
    await desk.getByText('Does the seller have other reports').first().waitFor()
    return desk
  })
  await step('Mira reads the question on the case and answers', 'answered', async () => {
    await rail.getByText('Lea asked a question.').first().waitFor()
    await rail.getByLabel('Your answer').fill('Two, both about serial tags. Linked in the seller’s page.')
    await press(rail, 'Answer')
    await rail.getByLabel('Your answer').waitFor({ state: 'detached' })
    return ticket
  })
  await step('Lea rules, with a rationale', 'ruled', async () => {
    await desk
      .locator('label')
      .filter({ hasText: /^Decide$/ })
      .click()
    await desk.getByText('Listing removed, refund handed to Payments').first().click()
    await desk.getByLabel('Rationale').fill('Third report about serial tags; the photos differ in three places. Policy 4.2.')
    await desk.getByRole('button', { name: /^Rule/ }).click()
    await desk.getByRole('button', { name: /^Rule/ }).waitFor({ state: 'detached' })
    return desk
  })
  await step('The ruling is on the case, in words', 'answer-came-home', async () => {
    await rail
      .getByText(/^Ruled by Lea/)
      .first()
      .waitFor()
    return ticket
  })
  await step('Lea edits the playbook, with lint and a live preview', 'editor', async () => {
    await desk.goto(desk.url().replace(/#.*/, '#/playbooks/counterfeit-listing/edit'))
    const source = desk.getByRole('textbox', { name: 'Playbook source' })
    await source.waitFor()
    await source.press('Control+End')
    await source.pressSequentially('\n- [=] Passed to the brand for authentication')
    await desk.getByRole('region', { name: 'Preview' }).getByText('Passed to the brand').waitFor()
    return desk
  })
  await step('She publishes it with one line; every connected panel has it, and Mira’s run stays on its version', 'published', async () => {
    await desk.getByRole('button', { name: 'Publish', exact: true }).click()
    await desk.getByLabel(/^What changed/).fill('A fourth outcome: passed to the brand')
    await desk.getByRole('button', { name: 'Publish', exact: true }).last().click()
    await rail.getByText(/^Version 2 is out/).waitFor()
    return ticket
  })
  await step('The hub is gone. Mira escalates all the same: saved, and it says that it waits', 'offline', async () => {
    await company.pause()
    await ticket.goto(company.deskUrl + threats)
    rail = await openRail(ticket)
    await press(rail, 'Escalate')
    await rail
      .getByText(/Saved on this device.*(Waiting|reached)/)
      .first()
      .waitFor()
    return ticket
  })
  await step('The hub is back; it went out by itself, exactly once', 'delivered', async () => {
    await company.resume()
    await desk.goto(desk.url().replace(/#.*/, '#/inbox'))
    await desk.getByText('Host asked me to pay').first().click({ timeout: 90_000 })
    await desk.getByRole('button', { name: 'Take', exact: true }).waitFor()
    return desk
  })
}
