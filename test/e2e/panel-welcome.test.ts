// Joining a team on the welcome page, on the worker in memory.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Gallery, heard, openGallery, steer } from './panel-gallery.ts'

describe('the welcome page', () => {
  let gallery: Gallery
  beforeAll(async () => {
    gallery = await openGallery()
  })
  afterAll(() => gallery.close())

  it.for(['Hub address', 'Invite code'])('takes a whole invite link in %s', async (label) => {
    const page = await gallery.openWelcome('never-joined')
    await page.getByLabel(label).fill('http://127.0.0.1:8123/join#AB12-CD34')
    expect(await page.getByLabel('Hub address').inputValue()).toBe('http://127.0.0.1:8123')
    expect(await page.getByLabel('Invite code').inputValue()).toBe('AB12-CD34')
    await page.close()
  })

  it('joins, and then says who this is', async () => {
    const page = await gallery.openWelcome('never-joined', '#hub=http%3A%2F%2F127.0.0.1%3A8123&invite=AB12')
    await page.getByLabel('Your name').fill('Mira Okafor')
    await page.getByRole('button', { name: 'Join team' }).click()
    await page.getByRole('heading', { name: 'Welcome, Mira Okafor' }).waitFor()
    expect(await heard(page, 'session.join')).toEqual([{ hubUrl: 'http://127.0.0.1:8123', invite: 'AB12', name: 'Mira Okafor' }])
    await page.close()
  })

  it('says beside the field what is missing or wrong, and keeps what was typed', async () => {
    const page = await gallery.openWelcome('never-joined')
    await page.getByRole('button', { name: 'Join team' }).click()
    await page.getByText('Type the name that your team knows you by.').waitFor()
    await page.getByLabel('Hub address').fill('https://hub.example.com')
    await page.getByLabel('Invite code').fill('USED')
    await page.getByLabel('Your name').fill('Mira')
    await steer(page, { failure: 'This invite was used already. Ask your lead for a new one.' })
    await page.getByRole('button', { name: 'Join team' }).click()
    await page.getByText('This invite was used already.').waitFor()
    expect(await page.getByLabel('Invite code').getAttribute('aria-invalid')).toBe('true')
    expect(await page.getByLabel('Invite code').inputValue()).toBe('USED')
    await page.close()
  })
})
