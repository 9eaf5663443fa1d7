import { describe, expect, test, vi } from 'vitest'
import { purposeOf } from '../../entrypoints/background/notify.ts'
import { listEscalations } from '../../lib/db/escalations.ts'
import { mira } from '../db/sample.ts'
import { caseKeyOf, join, onlyNotice, outboxOf } from './escalating.ts'
import { ownOrigin } from './memory-browser.ts'
import { openScene, pageSaying, reportOf, type Scene, ticket } from './scene.ts'

describe('from the keyboard', () => {
  test('one key escalates what could be read and offers Undo, without a word that a person wrote', async () => {
    const scene = openScene()
    await join(scene)
    await scene.enableDesk()
    scene.browser.pageScript = pageSaying(reportOf({ selection: 'Maria says she was threatened' }))
    scene.browser.fire.command('escalate', ticket)
    const notice = await onlyNotice(scene)
    const [own] = await scene.worker.database.use((db) => listEscalations(db, mira.id))
    expect(own).toMatchObject({
      local: 'held',
      content: { via: 'command', severity: 'S3', queue: 'leads', case: { selection: 'Maria says she was threatened' } },
    })
    expect(notice).toMatchObject({ title: 'Escalated to leads: desk.example.com', message: 'Sends in 5 seconds.', buttons: [{ title: 'Undo' }] })
    expect(JSON.stringify(notice)).not.toMatch(/Maria|threatened/)
  })

  test('in Firefox, whose notifications have no buttons, the click on it is the undo', async () => {
    const scene = openScene('Firefox')
    await join(scene)
    scene.browser.fire.command('escalate', ticket)
    const notice = await onlyNotice(scene)
    expect(notice).not.toHaveProperty('buttons')
    expect(notice.message).toMatch(/Click here to undo\.$/)
    scene.browser.fire.notificationClick(notice.id)
    await vi.waitFor(async () => expect(await outboxOf(scene)).toEqual([]))
  })

  describe('with a note and a severity that were typed in the panel', () => {
    const edits = { note: 'Third report this week', severity: 'S1' }

    async function typed() {
      const scene = openScene()
      await join(scene)
      const key = `escalate:${await caseKeyOf(scene)}`
      await scene.get('the side panel', 'draft.set', { key, text: JSON.stringify(edits) })
      return { scene, draft: async () => (await scene.get('the side panel', 'draft.get', { key })).text, key }
    }

    test('it sends them, and they are no draft any more', async () => {
      const { scene, draft } = await typed()
      scene.browser.fire.command('escalate', ticket)
      const notice = await onlyNotice(scene)
      expect(notice.message).toBe('Sends in 5 seconds, with your note.')
      expect(JSON.stringify(notice)).not.toContain('Third')
      expect(await outboxOf(scene)).toMatchObject([{ body: { ...edits, queue: 'leads', via: 'command' } }])
      expect(await draft()).toBe('')
      expect(scene.browser.broadcasts).toContainEqual({ name: 'changed', collections: ['drafts'], tabId: 7 })
    })

    test('Undo in the notification gives back what was typed and chosen, and no more', async () => {
      const { scene, draft } = await typed()
      scene.browser.fire.command('escalate', ticket)
      scene.browser.fire.notificationButton((await onlyNotice(scene)).id)
      await vi.waitFor(async () => expect(JSON.parse(await draft())).toEqual(edits))
    })

    test('what was typed since stands beside what Undo gives back', async () => {
      const { scene, draft, key } = await typed()
      scene.browser.fire.command('escalate', ticket)
      const { id } = await onlyNotice(scene)
      await scene.get('the side panel', 'draft.set', { key, text: JSON.stringify({ note: 'And a second seller', severity: 'S2' }) })
      scene.browser.fire.notificationButton(id)
      await vi.waitFor(async () => expect(JSON.parse(await draft())).toEqual({ note: 'Third report this week\n\nAnd a second seller', severity: 'S2' }))
    })

    test('what is typed while it is saved stays a draft', async () => {
      const { scene, draft, key } = await typed()
      const more = JSON.stringify({ ...edits, note: 'Third report this week, and a second seller' })
      const { set } = scene.browser.areas.local
      // The outbox has it by then, and the draft is not cleared yet.
      scene.browser.areas.local.set = async (items) => {
        scene.browser.areas.local.set = set
        await set(items)
        await scene.get('the side panel', 'draft.set', { key, text: more })
      }
      scene.browser.fire.command('escalate', ticket)
      await onlyNotice(scene)
      expect(await outboxOf(scene)).toMatchObject([{ body: edits }])
      expect(JSON.parse(await draft())).toEqual(JSON.parse(more))
    })
  })

  test('the Undo button works in a worker that was started only for it', async () => {
    const scene = openScene()
    await join(scene)
    scene.browser.fire.command('escalate', ticket)
    const { id } = await onlyNotice(scene)
    scene.restart()
    scene.browser.fire.notificationButton(id)
    await vi.waitFor(async () => expect(await outboxOf(scene)).toEqual([]))
    expect((await scene.worker.database.use((db) => listEscalations(db, mira.id)))[0]?.local).toBe('undone')
  })

  test('before anybody joined it is saved, and the notification leads to the welcome page', async () => {
    const scene = openScene()
    scene.browser.fire.command('escalate', ticket)
    const { id } = await onlyNotice(scene)
    expect(purposeOf(id)).toEqual({ kind: 'join' })
    expect(await outboxOf(scene)).toMatchObject([{ memberId: null }])
    scene.browser.fire.notificationClick(id)
    await vi.waitFor(() =>
      expect([...scene.browser.tabsHere.values()].map(({ url }) => url)).toContain('chrome-extension://efjoipfjhjdpmjbhdbnaknhomcimmenj/welcome.html'),
    )
  })

  test.each([
    ['left', 'It was not sent: you are signed out. It leaves when Mira signs in again.'],
    ['revoked', 'It was not sent: the team signed this device out. It leaves once Mira has joined again.'],
  ] as const)('with a session that is %s it is saved, nobody is told that it will be sent, and the words stay', async (state, message) => {
    const scene = openScene()
    await join(scene, state)
    scene.browser.fire.command('escalate', ticket)
    const { id, ...notice } = await onlyNotice(scene)
    expect(notice).toMatchObject({ title: 'Escalation saved on this device', message })
    expect(purposeOf(id)).toEqual({ kind: 'join' })
    expect(await outboxOf(scene)).toMatchObject([{ memberId: mira.id }])
    scene.clock.now += 5000
    for (const timer of scene.timers.splice(0)) timer.run()
    await scene.get('the side panel', 'status.get', {})
    expect(scene.browser.notices.has(id)).toBe(true)
  })

  test('a click beside the Undo button leaves the offer where it is', async () => {
    const scene = openScene()
    await join(scene)
    scene.browser.fire.command('escalate', ticket)
    const { id } = await onlyNotice(scene)
    scene.browser.fire.notificationClick(id)
    await scene.get('the side panel', 'status.get', {})
    expect(scene.browser.notices.has(id)).toBe(true)
    scene.browser.fire.notificationButton(id)
    await vi.waitFor(async () => expect(await outboxOf(scene)).toEqual([]))
    expect(scene.browser.notices.has(id)).toBe(false)
  })

  describe('a notice that has nothing to open but the panel', () => {
    const id = JSON.stringify({ kind: 'panel', tabId: 7 })
    const urls = (scene: Scene) => [...scene.browser.tabsHere.values()].map(({ url }) => url)

    test('opens it in the turn of the click, beside the tab that it is about', () => {
      const scene = openScene()
      scene.browser.fire.notificationClick(id)
      expect(scene.browser.panels).toEqual([7])
    })

    test('opens it in a tab where the browser refuses the side panel', async () => {
      const scene = openScene()
      scene.browser.sidePanel!.open = async () => {
        throw new Error('may only be called in response to a user gesture')
      }
      scene.browser.fire.notificationClick(id)
      await vi.waitFor(() => expect(urls(scene)).toContain(`${ownOrigin}/sidebar.html?tab=7`))
    })

    test('names the tab in front after Undo', async () => {
      const scene = openScene()
      await join(scene)
      scene.browser.fire.command('escalate', ticket)
      scene.browser.fire.notificationButton((await onlyNotice(scene)).id)
      await vi.waitFor(() =>
        expect([...scene.browser.notices].map(([id, { title }]) => [purposeOf(id), title])).toEqual([[{ kind: 'panel', tabId: 7 }, 'Escalation undone']]),
      )
    })
  })

  test('where notifications are refused the badge asks for attention', async () => {
    const scene = openScene()
    await join(scene)
    scene.browser.notifications.create = async () => {
      throw new Error('Notifications are not allowed.')
    }
    scene.browser.fire.command('escalate', ticket)
    await vi.waitFor(() => expect(scene.browser.badges.get(7)).toBe('!'))
    expect(await outboxOf(scene)).toHaveLength(1)
  })

  test('the context menu adds the selection that the browser saw', async () => {
    const scene = openScene()
    await join(scene)
    scene.browser.fire.menu(ticket, 'the marked words')
    await vi.waitFor(async () => expect(await outboxOf(scene)).toMatchObject([{ body: { via: 'menu', case: { selection: 'the marked words' } } }]))
  })

  test('a grant that takes effect a moment after the key is waited for', async () => {
    const scene = openScene()
    await join(scene)
    let refusals = 2
    scene.browser.readPage = () => {
      if (refusals-- > 0) throw new Error('Cannot access contents of the page.')
      return 'the marked words'
    }
    scene.browser.fire.command('escalate', ticket)
    await vi.waitFor(async () => expect(await outboxOf(scene)).toMatchObject([{ body: { missing: ['case fields'], case: { selection: 'the marked words' } } }]))
  })

  test('a tab of which the browser tells nothing any more is escalated as the key’s event told it', async () => {
    const scene = openScene()
    await join(scene)
    scene.browser.tabsHere.set(7, { ...ticket, url: undefined, title: undefined })
    scene.browser.fire.command('escalate', ticket)
    await vi.waitFor(async () =>
      expect(await outboxOf(scene)).toMatchObject([{ body: { missing: ['selected text', 'case fields'], case: { url: ticket.url, title: ticket.title } } }]),
    )
  })

  test('on a page of the browser it says what is missing', async () => {
    const scene = openScene()
    await join(scene)
    scene.browser.fire.command('escalate', { ...ticket, id: 99, url: undefined, title: undefined })
    await vi.waitFor(async () => expect(await outboxOf(scene)).toMatchObject([{ body: { missing: ['address and title', 'selected text', 'case fields'] } }]))
  })
})
