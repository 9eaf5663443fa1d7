import { describe, expect, test, vi } from 'vitest'
import { noticeOf, notifyArrivals } from '../../entrypoints/background/arrivals.ts'
import { changeSettings } from '../../lib/db/settings.ts'
import type { Arrival } from '../../lib/sync/movement.ts'
import { contentOf, lena, recordOf } from '../db/sample.ts'
import { openScene } from './scene.ts'

const by = { id: lena.id, name: lena.name }
const canary = 'Maria Example of Oak Street'
const content = contentOf(4, { note: canary, case: { ...contentOf(4).case, title: canary, selection: canary } })
const ruling = { outcome: canary, rationale: canary, by, at: 1 }
const escalation = recordOf(4, { content, number: 42, severity: 'S1', takenBy: by })

const arrivals: Arrival[] = [
  { kind: 'escalation', escalation },
  { kind: 'question', escalation },
  { kind: 'ruling', escalation: { ...escalation, ruling } },
]

describe('a desktop notification', () => {
  test.each(arrivals)('of a new $kind carries no text of a person', (arrival) => {
    expect(JSON.stringify(noticeOf(arrival))).not.toMatch(/Maria|Oak/)
  })

  test('says severity, number, queue and who', () => {
    expect(arrivals.map(noticeOf)).toMatchObject([
      { title: 'S1 escalation #42', message: 'Mira escalated a case to leads.' },
      { title: 'Escalation #42', message: 'Lena asks you something about your escalation.' },
      { title: 'Escalation #42', message: 'Lena ruled on your escalation.' },
    ])
  })

  test('of an escalation opens it in the inbox', async () => {
    const { worker, browser } = openScene()
    worker.sync.onMoved({ moved: ['inbox'], arrivals: arrivals.slice(0, 1) })
    await vi.waitFor(() => expect(browser.notices.size).toBe(1))
    browser.fire.notificationClick([...browser.notices.keys()][0]!)
    await vi.waitFor(() =>
      expect([...browser.tabsHere.values()].map(({ url }) => url)).toContainEqual(expect.stringContaining(`/console.html#/inbox/${content.id}`)),
    )
  })

  test('is not shown to those who switched notifications off', async () => {
    const { worker, browser } = openScene()
    await worker.database.use((db) => changeSettings(db, null, { notifications: false }))
    await notifyArrivals(browser, worker.database, arrivals)
    expect(browser.notices.size).toBe(0)
  })

  test('comes beside the word to the open pages, which carries no record', () => {
    const { worker, browser } = openScene()
    worker.sync.onMoved({ moved: ['inbox'], arrivals })
    expect(browser.broadcasts).toContainEqual({ name: 'changed', collections: ['inbox'], tabId: null })
  })
})
