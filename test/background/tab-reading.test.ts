import { describe, expect, test } from 'vitest'
import { putPlaybook, storeNewer } from '../../lib/db/library.ts'
import { write } from '../../lib/db/transact.ts'
import type { FieldSource } from '../../lib/schema/site.ts'
import { playbookOf, siteOf } from '../db/sample.ts'
import { openScene, pageSaying, reportOf, type Scene, ticket } from './scene.ts'
import { desk } from './sender-classes.ts'

const seen = async (scene: Scene) => (await scene.get('the side panel', 'case.get', { tabId: 7 })).context

async function withProfile(scene: Scene) {
  const page = {
    name: 'Ticket',
    path: '/ticket/*',
    caseId: [{ from: 'url' as const, part: 'path' as const, pattern: '^/ticket/(\\d+)' }],
    fields: [{ name: 'case.category', label: 'Category', sources: [{ from: 'selector' as const, selector: '.category' }] }],
    reply: ['textarea'],
    notes: ['#note'],
  }
  const form = { ...page, name: 'Reply', path: '/reply/*', caseId: [{ ...page.caseId[0]!, pattern: '^/reply/(\\d+)' }], fields: [] }
  const profile = { ...siteOf('desk'), name: 'The desk', pages: [page, form] }
  await scene.worker.database.use((db) => write(db, ['sites'], (tx) => storeNewer(tx, 'sites', profile)))
}

describe('how much can be read', () => {
  test('nothing, where the browser gives no address', async () => {
    const scene = openScene()
    scene.browser.tabsHere.set(7, { ...ticket, url: undefined, title: undefined })
    expect(await seen(scene)).toMatchObject({ access: 'none', key: expect.stringMatching(/^unread-page\/7-[0-9a-f]{16}$/), url: '' })
  })

  test('address and title, where no script may run', async () => {
    expect(await seen(openScene())).toMatchObject({ access: 'tab', url: ticket.url, title: ticket.title, selection: '' })
  })

  test('the selection as well, where a click granted the tab', async () => {
    const scene = openScene()
    scene.browser.readPage = () => 'the marked words'
    expect(await seen(scene)).toMatchObject({ access: 'page', selection: 'the marked words' })
  })

  test('case and fields, where a profile fits and the site is enabled', async () => {
    const scene = openScene()
    await withProfile(scene)
    await scene.enableDesk()
    scene.browser.pageScript = pageSaying(reportOf({ values: { 'case.category#0': 'Counterfeit' } }))
    expect(await seen(scene)).toMatchObject({ access: 'profile', key: 'desk:1042', fields: [{ label: 'Category', value: 'Counterfeit' }] })
  })

  test('the same case without its fields, where a profile fits and the script is not there', async () => {
    const scene = openScene()
    await withProfile(scene)
    expect(await seen(scene)).toMatchObject({ access: 'tab', key: 'desk:1042', fields: [] })
  })
})

describe('a profile that does not fit', () => {
  const idFrom = async (scene: Scene, caseId: FieldSource, path = '/ticket/*') => {
    const page = { name: 'Ticket', path, caseId: [caseId], fields: [], reply: [] }
    await scene.worker.database.use((db) => write(db, ['sites'], (tx) => storeNewer(tx, 'sites', { ...siteOf('desk'), pages: [page] })))
    await scene.enableDesk()
    scene.browser.pageScript = pageSaying(reportOf({ values: { '#0': '' }, selection: 'the marked words' }))
    return seen(scene)
  }
  const plain = { key: ticket.url, caseId: null, url: ticket.url, selection: 'the marked words' }

  test.each<[string, FieldSource, string?]>([
    ['an element that is empty', { from: 'selector', selector: '#id' }],
    ['a pattern that cannot be read', { from: 'url', part: 'path', pattern: '(?<=/)1042' }],
    ['a pattern that is not found', { from: 'title', pattern: '^Case (\\d+)$' }],
    ['a page that it does not know', { from: 'url', part: 'path', pattern: '(\\d+)' }, '/cases/*'],
  ])('because of %s leaves address and selection', async (_why, source, path) => {
    expect(await idFrom(openScene(), source, path)).toMatchObject(plain)
  })
})

describe('a tab that goes elsewhere while it is read', () => {
  const next = { ...ticket, url: `${desk}/ticket/9`, title: 'Another' }
  const category = (value: string) => reportOf({ values: { 'case.category#0': value } })

  test('is read again, so that no case carries the fields of another', async () => {
    const scene = openScene()
    await withProfile(scene)
    await scene.enableDesk()
    scene.browser.pageScript = async () => {
      scene.browser.tabsHere.set(7, next)
      return category('of nine')
    }
    expect(await seen(scene)).toMatchObject({ key: 'desk:9', title: 'Another', fields: [{ value: 'of nine' }] })
  })

  test('and never rests is known by what the browser says of it', async () => {
    const scene = openScene()
    await withProfile(scene)
    await scene.enableDesk()
    let at = 100
    scene.browser.pageScript = async () => {
      scene.browser.tabsHere.set(7, { ...ticket, url: `${desk}/ticket/${at++}` })
      return category('of whom')
    }
    expect(await seen(scene)).toMatchObject({ access: 'tab', fields: [] })
  })

  test('to another site gives that site nothing that the first one says on its way out', async () => {
    const scene = openScene()
    await withProfile(scene)
    await scene.enableDesk()
    scene.browser.tabsHere.set(7, { ...ticket, url: 'https://elsewhere.example/ticket/1' })
    expect(await scene.get('the page script on an enabled site', 'page.report', category('said'))).toEqual({ matches: 0 })
    expect(await scene.get('the page script on an enabled site', 'page.hello', {})).toBeNull()
    expect(scene.worker.pages.recall(7, 'https://elsewhere.example/ticket/1')).toBeNull()
  })
})

describe('a case that has several pages', () => {
  const reply = ticket.url?.replace('/ticket/', '/reply/') ?? ''

  async function afterTheTicket() {
    const scene = openScene()
    await withProfile(scene)
    await scene.enableDesk()
    scene.browser.pageScript = pageSaying(reportOf({ values: { 'case.category#0': 'Counterfeit' } }))
    await seen(scene)
    return scene
  }

  test('keeps the fields that its reply page does not show', async () => {
    const scene = await afterTheTicket()
    scene.browser.pageScript = pageSaying(reportOf())
    scene.browser.tabsHere.set(7, { ...ticket, url: reply })
    expect(await seen(scene)).toMatchObject({ key: 'desk:1042', fields: [{ name: 'case.category', value: 'Counterfeit' }] })
  })

  test('loses a field that its page shows no longer', async () => {
    const scene = await afterTheTicket()
    scene.browser.pageScript = pageSaying(reportOf())
    expect(await seen(scene)).toMatchObject({ key: 'desk:1042', fields: [] })
  })

  test('lends nothing to another case', async () => {
    const scene = await afterTheTicket()
    scene.browser.pageScript = pageSaying(reportOf())
    scene.browser.tabsHere.set(7, { ...ticket, url: reply.replace('1042', '1043') })
    expect(await seen(scene)).toMatchObject({ key: 'desk:1043', fields: [] })
  })
})

test('a page cannot say where it is or what it is called', async () => {
  const scene = openScene()
  await scene.enableDesk()
  scene.browser.pageScript = pageSaying({ ...reportOf(), url: 'https://bank.example/', title: 'Your account' })
  expect(await seen(scene)).toMatchObject({ url: ticket.url, title: ticket.title })
})

test.each([[null], ['text'], [{ values: { a: 1 }, text: '', selection: '', added: false }], [{ ...reportOf(), selection: 'x'.repeat(6000) }]])(
  'a report of the wrong shape is no report: %#',
  async (said) => {
    const scene = openScene()
    await scene.enableDesk()
    scene.browser.pageScript = pageSaying(said)
    expect(await seen(scene)).toMatchObject({ access: 'tab', selection: '' })
  },
)

test('what the page says is matched here, and the page learns a count only', async () => {
  const scene = openScene()
  await scene.enableDesk()
  const playbook = playbookOf('counterfeit', 1)
  playbook.document.triggers = [{ kind: 'keywords', terms: ['replica'] }]
  await scene.worker.database.use((db) => putPlaybook(db, playbook))
  const report = (text: string, added: boolean) => scene.get('the page script on an enabled site', 'page.report', reportOf({ text, added }))
  expect(await report('Nothing here', false)).toEqual({ matches: 0 })
  expect(await report('It is a replica', true)).toEqual({ matches: 1 })
  expect(scene.browser.badges.get(7)).toBe('1')
})

test('page text is nowhere in storage', async () => {
  const scene = openScene()
  await scene.enableDesk()
  await scene.get('the page script on an enabled site', 'page.report', reportOf({ text: 'canary words of a customer' }))
  const { local, session } = scene.browser.areas
  expect(JSON.stringify([[...local.items], [...session.items]])).not.toContain('canary')
})

test('pages are told to ask again only when something is new', async () => {
  const scene = openScene()
  await scene.enableDesk()
  const broadcasts = () => scene.browser.broadcasts.filter((message) => (message as { tabId: unknown }).tabId === 7).length
  await scene.get('the page script on an enabled site', 'page.report', reportOf({ text: 'one' }))
  const before = broadcasts()
  await scene.get('the page script on an enabled site', 'page.report', reportOf({ text: 'one' }))
  expect(broadcasts()).toBe(before)
})

test('an insertion names the boxes of the profile, and whose they are', async () => {
  const scene = openScene()
  await withProfile(scene)
  await scene.enableDesk()
  const orders: unknown[] = []
  scene.browser.pageScript = async (_tabId, message) => {
    orders.push(message)
    return { arrived: true, reason: '' }
  }
  await scene.get('the side panel', 'snippet.insert', { tabId: 7, text: 'Hello', isInternal: true })
  expect(orders).toContainEqual(expect.objectContaining({ name: 'page.insert', text: 'Hello', reply: ['textarea'], notes: ['#note'], isInternal: true }))
})

test('the page script is told selectors, and no word of any playbook', async () => {
  const scene = openScene()
  await withProfile(scene)
  await scene.enableDesk()
  await scene.worker.database.use((db) => putPlaybook(db, playbookOf('counterfeit', 1)))
  const plan = await scene.get('the page script on an enabled site', 'page.hello', {})
  expect(plan).toMatchObject({ reads: [{ by: 'selector', selector: '.category' }], matches: 0, label: 'Open Handrail' })
  expect(JSON.stringify(plan)).not.toMatch(/counterfeit|Look/)
  expect(desk).toBeTruthy()
})
