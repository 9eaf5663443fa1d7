// The candidate profiles against small pages that follow what is publicly known of each application: no network, every address is answered here.
import { readdirSync, readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findPage, planReads, readCase } from '../../lib/domain/site.ts'
import { parseSite } from '../../lib/playbook/site-file.ts'
import type { PageReport } from '../../lib/schema/page.ts'
import type { SiteProfile } from '../../lib/schema/site.ts'
import { inject, openBrowser } from '../page/stage/browser.ts'
import { candidatePages } from './candidate-pages.ts'

const folder = new URL('../../playbooks/sites/candidates/', import.meta.url)
const ids = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replace('.yaml', ''))
const textOf = (id: string) => readFileSync(new URL(`${id}.yaml`, folder), 'utf8')

function profileOf(id: string): SiteProfile {
  const { draft } = parseSite(textOf(id))
  if (!draft) throw new Error(`The profile ${id} cannot be read.`)
  return { ...draft, id, version: 1, hash: 'c'.repeat(64), publishedAt: 1 }
}

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage()
})
afterAll(() => browser.close())

async function show(url: string, html: string): Promise<void> {
  await page.unrouteAll()
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html>${html}` }))
  await page.goto(url)
}

describe('a candidate profile', () => {
  it.each(ids)('%s says from where its shapes are, is not verified, and has no faults', (id) => {
    expect(textOf(id)).toMatch(/^# .*\bA candidate: shapes from [\s\S]*2026-11-22/)
    expect(parseSite(textOf(id)).problems.map(({ code }) => code)).toEqual(['not-verified'])
  })

  it.each(ids)('%s has a page that reads id, subject and requester, and one that gives no case', (id) => {
    const pages = candidatePages.filter(({ profile }) => profile === id)
    const isWhole = ({ fields = {} }: (typeof pages)[number]) => 'case.subject' in fields && 'case.requester' in fields
    expect(pages.some((one) => one.caseId && isWhole(one))).toBe(true)
    expect(pages.some(({ caseId }) => (caseId ?? null) === null)).toBe(true)
  })
})

describe('on a page with the known shapes', () => {
  it.each(candidatePages)('$profile reads $claim', async (given) => {
    const found = findPage([profileOf(given.profile)], given.url)
    if (given.caseId === null) {
      expect(found).toBeNull()
      return
    }
    if (!found) throw new Error(`No page claims ${given.url}`)
    await show(given.url, given.html)
    const { order } = await inject(page, { reads: planReads(found.page), textSelector: found.page.text ?? null })
    const report = await order<PageReport>({ name: 'page.read' })
    const { caseId, key, fields } = readCase({ ...found, url: page.url(), title: given.title, report, at: 1 })
    expect(caseId).toBe(given.caseId ?? null)
    if (caseId === null) expect(key).toContain(new URL(given.url).pathname)
    if (given.fields) expect(Object.fromEntries(fields.map(({ name, value }) => [name, value]))).toEqual(given.fields)
    if (given.says) expect(report.text).toContain(given.says)
    if (given.saysNot) expect(report.text).not.toContain(given.saysNot)
    if (given.reply) expect(await page.locator(found.page.reply[0]!).first().isVisible()).toBe(true)
  })
})
