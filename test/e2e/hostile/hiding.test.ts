// A page that hides, covers or moves the open rail while its person clicks: nothing leaves that the person did not see.
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Stage } from '../../../demo/stage/extension.ts'
import { openRail, pressGuarded, until } from '../../../demo/stage/rail.ts'
import { escalateButton, undoButton } from '../panel.ts'
import { openTeam, type Team } from '../team.ts'
import { addCover, addRule, covers, leaveOff, rules, takers } from './tricks.ts'

describe('a page that tampers with the open rail', () => {
  let team: Team
  let mira: Stage
  let page: Page
  let panel: Frame
  beforeAll(async () => {
    team = await openTeam()
    mira = await team.member('Mira', 'agent')
    page = await mira.context.newPage()
    await page.goto(`${team.company.deskUrl}/tickets/1042`)
    panel = await openRail(page)
    await seen()
  })
  afterAll(() => team?.stop())

  /** Until the browser has seen the button, whole and uncovered, for as long as a click on it needs. */
  const seen = () =>
    escalateButton(panel).evaluate(
      (button) =>
        new Promise<void>((resolve) => {
          let timer = 0
          const init = { threshold: 1, trackVisibility: true, delay: 100 }
          const observer = new IntersectionObserver((entries) => {
            window.clearTimeout(timer)
            if (!(entries.at(-1) as IntersectionObserverEntry & { isVisible: boolean }).isVisible) return
            timer = window.setTimeout(() => {
              observer.disconnect()
              resolve()
            }, 600)
          }, init)
          observer.observe(button)
        }),
    )
  /** Two frames of the page, and as long as the browser takes to say that something is covered. */
  const unseen = () =>
    escalateButton(panel).evaluate(
      (button) =>
        new Promise<void>((resolve) => {
          const init = { threshold: 1, trackVisibility: true, delay: 100 }
          const observer = new IntersectionObserver((entries) => {
            if ((entries.at(-1) as IntersectionObserverEntry & { isVisible: boolean }).isVisible) return
            observer.disconnect()
            resolve()
          }, init)
          observer.observe(button)
        }),
    )
  const middle = async () => {
    const box = (await escalateButton(panel).boundingBox())!
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  /** The button as the person sees it, once its colours have settled. */
  async function still(): Promise<Buffer> {
    const clip = (await escalateButton(panel).boundingBox())!
    await page.mouse.move(clip.x - 200, clip.y)
    let last = await page.screenshot({ clip })
    return until(async () => {
      const next = await page.screenshot({ clip })
      const isSettled = next.equals(last)
      last = next
      return isSettled ? next : null
    }, 'a picture that stands still')
  }
  const unsent = async () => {
    expect(await undoButton(panel).count()).toBe(0)
    expect(await panel.getByText(/^Sends in/).count()).toBe(0)
  }

  for (const [name, rule] of Object.entries(rules))
    it(`by ${name} changes nothing that its person sees`, async () => {
      const before = await still()
      await page.evaluate(addRule, rule)
      const after = await still()
      await page.evaluate(leaveOff)
      expect(after.equals(before)).toBe(true)
    })

  for (const [name, cover] of Object.entries(covers))
    it(`by ${name} gets nothing sent, and the person is told why`, async () => {
      const at = await middle()
      await page.evaluate(addCover, cover(at))
      await unseen()
      await page.mouse.click(at.x, at.y)
      await panel.getByText('Something on the page covers this button or makes it see-through. Nothing was done.').waitFor()
      await panel.getByRole('button', { name: 'Open the side panel' }).waitFor()
      await unsent()
      await page.evaluate(leaveOff)
      await panel.getByRole('button', { name: 'Dismiss' }).click()
      await seen()
    })

  for (const [name, trick] of Object.entries(takers))
    it(`by ${name} in front of it gets nothing sent`, async () => {
      const at = await middle()
      await page.evaluate(trick)
      await unseen()
      await page.mouse.click(at.x, at.y)
      await page.evaluate(leaveOff)
      await seen()
      await unsent()
    })

  it('that makes clicks and keys itself gets nothing sent', async () => {
    await page.evaluate(() => {
      for (const target of [document, document.documentElement, ...document.querySelectorAll('handrail-host')])
        for (const kind of ['pointerdown', 'pointerup', 'click', 'keydown'])
          target.dispatchEvent(
            new (kind.startsWith('key') ? KeyboardEvent : MouseEvent)(kind, { bubbles: true, composed: true, key: 'Enter', ctrlKey: true } as never),
          )
    })
    await unsent()
  })

  it('that has stopped is forgiven: the same click by a person who sees it sends', async () => {
    await pressGuarded(escalateButton(panel))
    await undoButton(panel).waitFor()
  })
})
