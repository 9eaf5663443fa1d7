// What a member of the demo team does in a browser before the story starts: join by an invite, let the rail onto a site.

import { grantHost, type Stage } from './stage/extension.ts'

/** Joins through the welcome page, as anybody would, and closes it. */
export async function joinTeam(stage: Stage, { hubUrl, code, name }: { hubUrl: string; code: string; name: string }): Promise<void> {
  const page = await stage.open('welcome.html')
  await page.getByLabel('Hub address').fill(hubUrl)
  await page.getByLabel('Invite code').fill(code)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Join team' }).click()
  await page.getByRole('heading', { name: 'You are in' }).waitFor()
  await page.close()
}

/** The browser's prompt is answered beforehand (headless browsers never show it); the rest is what a person does. */
export async function enableSite(stage: Stage, origin: string): Promise<void> {
  const { protocol, hostname } = new URL(origin)
  await grantHost(stage, `${protocol}//${hostname}/*`)
  const page = await stage.open('welcome.html')
  await page.getByLabel('Another site').fill(origin)
  await page.getByRole('button', { name: 'Allow site' }).click()
  await page.getByRole('button', { name: `Turn off on ${origin}` }).waitFor()
  await page.close()
}
