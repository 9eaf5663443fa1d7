import { describe, expect, test } from 'vitest'
import { escalateNow } from '../../entrypoints/background/escalate-now.ts'
import { createMatching } from '../../entrypoints/background/matching.ts'
import { createPageMemory } from '../../entrypoints/background/page-memory.ts'
import type { Database } from '../../lib/db/database.ts'
import { listEscalations } from '../../lib/db/escalations.ts'
import { putPlaybook, storeNewer } from '../../lib/db/library.ts'
import { write } from '../../lib/db/transact.ts'
import type { Trigger } from '../../lib/schema/playbook.ts'
import { playbookOf, siteOf } from '../db/sample.ts'
import { openScene, pageSaying, reportOf, type Scene, ticket } from './scene.ts'

const url = ticket.url!

async function withTriggers(scene: Scene, triggers: Trigger[], version = 1) {
  const playbook = playbookOf('counterfeit', version)
  playbook.document.triggers = triggers
  await scene.worker.database.use((db) => putPlaybook(db, playbook))
}

describe('what a page said', () => {
  test('stays one text while the page adds to it or says the same again, and is another when it says something else', () => {
    const pages = createPageMemory()
    const first = pages.hear(7, url, reportOf({ text: 'one' })).text
    expect(pages.hear(7, url, reportOf({ text: 'one' })).text).toBe(first)
    expect(pages.hear(7, url, reportOf({ text: 'two', added: true })).text).toBe(first)
    expect(first.pieces).toEqual(['one', 'two'])
    expect(pages.hear(7, url, reportOf({ text: 'one' })).text.pieces).toEqual(['one'])
  })
  test('is not carried to another address, whatever the page says', () => {
    const pages = createPageMemory()
    pages.hear(7, url, reportOf({ text: 'one', values: { a: 'b' } }))
    const next = pages.hear(7, `${url}?page=2`, reportOf({ text: 'two', added: true }))
    expect(next.text.pieces).toEqual(['two'])
    expect(next.report.values).toEqual({})
  })
})

describe('the matcher', () => {
  test('is made once, and again only after the library moved or could not be read', async () => {
    let reads = 0
    let isBroken = true
    const database = {
      async use() {
        reads += 1
        if (isBroken) throw new Error('closed')
        return []
      },
    } as unknown as Database
    const matching = createMatching(database)
    await expect(matching.matcher()).rejects.toThrow('closed')
    isBroken = false
    const [one, two] = await Promise.all([matching.matcher(), matching.matcher()])
    expect(one).toBe(two)
    expect(reads).toBe(2)
    matching.forget()
    expect(await matching.matcher()).not.toBe(one)
    expect(reads).toBe(3)
  })
})

describe('a page that adds to what it said', () => {
  const say = (scene: Scene, text: string, added = true) => scene.get('the page script on an enabled site', 'page.report', reportOf({ text, added }))

  test('is matched with all that it said, across reports', async () => {
    const scene = openScene()
    await scene.enableDesk()
    await withTriggers(scene, [
      { kind: 'keywords', terms: ['gift card'] },
      { kind: 'not', of: { kind: 'keywords', terms: ['never mind'] } },
    ])
    expect(await say(scene, 'send me a gift', false)).toEqual({ matches: 0 })
    expect(await say(scene, 'card, please')).toEqual({ matches: 1 })
    expect(await say(scene, 'or never mind')).toEqual({ matches: 0 })
  })

  test('is matched with the newest library, with what was said before it came', async () => {
    const scene = openScene()
    await scene.enableDesk()
    await withTriggers(scene, [{ kind: 'keywords', terms: ['replica'] }])
    expect(await say(scene, 'send me a gift card', false)).toEqual({ matches: 0 })
    await withTriggers(scene, [{ kind: 'keywords', terms: ['gift card'] }], 2)
    scene.worker.announce(['library'])
    expect(await say(scene, 'now')).toEqual({ matches: 1 })
  })
})

test('the panel is told what a negative trigger keeps back, and why', async () => {
  const scene = openScene()
  await scene.enableDesk()
  await withTriggers(scene, [
    { kind: 'keywords', terms: ['refund'] },
    { kind: 'not', of: { kind: 'keywords', terms: ['Maria'] } },
  ])
  const { matches, keptBack } = await scene.get('the side panel', 'case.get', { tabId: 7 })
  expect(matches).toEqual([])
  expect(keptBack).toMatchObject([{ playbookId: 'counterfeit', reasons: ['the subject says “refund”'], against: ['the subject says “Maria”'] }])
})

test('the title of a tab is the subject of a case that names none', async () => {
  const scene = openScene()
  await scene.enableDesk()
  await withTriggers(scene, [{ kind: 'keywords', terms: ['refund'], in: 'subject' }])
  const { matches } = await scene.get('the side panel', 'case.get', { tabId: 7 })
  expect(matches.map(({ reasons }) => reasons)).toEqual([['the subject says “refund”']])
})

describe('an escalation by key', () => {
  async function routed(text: string) {
    const scene = openScene()
    await scene.enableDesk()
    const page = { name: 'Ticket', path: '/ticket/*', caseId: [{ from: 'url' as const, part: 'path' as const, pattern: '(\\d+)$' }], reply: [] }
    const fields = [{ name: 'case.category', label: 'Category', sources: [{ from: 'selector' as const, selector: '.category' }] }]
    await scene.worker.database.use((db) => write(db, ['sites'], (tx) => storeNewer(tx, 'sites', { ...siteOf('desk'), pages: [{ ...page, fields }] })))
    const playbook = playbookOf('counterfeit', 1)
    const refusal: Trigger = { kind: 'not', of: { kind: 'keywords', terms: ['test order'] } }
    playbook.document = { ...playbook.document, queue: 'brand', triggers: [{ kind: 'field', field: 'case.category', is: ['Counterfeit'] }, refusal] }
    await scene.worker.database.use((db) => putPlaybook(db, playbook))
    scene.browser.pageScript = pageSaying(reportOf({ values: { 'case.category#0': 'Counterfeit' }, text }))
    await escalateNow(scene.worker, { tab: ticket, via: 'command' })
    const [own] = await scene.worker.database.use((db) => listEscalations(db, null))
    return own?.content.queue
  }

  test('goes where the playbook sends it that a field speaks for, unless the page keeps that one back', async () => {
    expect(await routed('a fake bag')).toBe('brand')
    expect(await routed('a fake bag, but a test order')).toBe('leads')
  })
})
