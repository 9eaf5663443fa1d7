// What an agent does in the panel, wherever it stands: in the page's frame, in the side panel or in a tab of its own.
import type { Frame, Locator, Page } from 'playwright-core'
import type { Stage } from '../../demo/stage/extension.ts'
import { openRail, until } from '../../demo/stage/rail.ts'
import { chromiumId } from '../../lib/identity.ts'

export type Panel = Frame | Page

/** Opens a case of the demo desk in a new tab and the rail beside it. */
export async function openCase(context: { newPage(): Promise<Page> }, deskUrl: string, id: number): Promise<{ page: Page; panel: Frame }> {
  const page = await context.newPage()
  await page.goto(`${deskUrl}/tickets/${id}`)
  return { page, panel: await openRail(page) }
}

/** The panel as a tab of its own, about the case in `page`, whose address the browser does not tell where nothing was allowed: the newest of those then. */
export async function openPanelTab(stage: Stage, page: Page): Promise<Page> {
  const panel = await stage.open('welcome.html')
  const tabId = await panel.evaluate(async (url) => {
    const { chrome } = globalThis as unknown as { chrome: { tabs: { query(asked: object): Promise<{ id: number; url?: string }[]> } } }
    const tabs = await chrome.tabs.query({})
    return (tabs.find((tab) => tab.url === url) ?? tabs.findLast((tab) => tab.url === undefined))?.id
  }, page.url())
  await panel.goto(`chrome-extension://${chromiumId}/sidebar.html?tab=${tabId}`)
  await escalateButton(panel).waitFor()
  return panel
}

/** Until the button has stood in view, whole and unmoved, for as long as the panel asks of it: nobody clicks what they have not seen. */
async function look(button: Locator): Promise<void> {
  await button.scrollIntoViewIfNeeded()
  await button.evaluate(
    (element) =>
      new Promise<void>((resolve) => {
        let isSeen = false
        let timer = 0
        const init = { threshold: 1, trackVisibility: true, delay: 100 }
        const observer = new IntersectionObserver((entries) => {
          const { isVisible } = entries.at(-1) as IntersectionObserverEntry & { isVisible: boolean }
          // What loads late may have pushed it out of sight again.
          if (!isVisible) element.scrollIntoView({ block: 'center' })
          if (isVisible === isSeen) return
          isSeen = isVisible
          window.clearTimeout(timer)
          if (!isSeen) return
          timer = window.setTimeout(() => {
            observer.disconnect()
            resolve()
          }, 600)
        }, init)
        observer.observe(element)
      }),
  )
}

/** Clicks a button that has consequences, as a person does: looks first, and clicks once more when the panel asks for it. */
export async function press(panel: Panel, button: Locator, happened: () => Promise<boolean>): Promise<void> {
  const refusal = panel.getByText('Nothing was done')
  const heard: string[] = []
  while (heard.length < 4) {
    if (await refusal.isVisible()) await panel.getByRole('button', { name: 'Dismiss' }).click()
    await look(button)
    await button.click()
    const outcome = await until(async () => ((await happened()) ? 'done' : (await refusal.allTextContents())[0]), `a click on ${button}`)
    if (outcome === 'done') return
    heard.push(outcome)
  }
  throw new Error(`Every click on ${button} was refused: ${heard.join(' ')}`)
}

export const escalateButton = (panel: Panel) => panel.getByRole('button', { name: 'Escalate', exact: true })
export const undoButton = (panel: Panel) => panel.getByRole('button', { name: 'Undo', exact: true })

/** One click on Escalate, until the screen says that it is saved. */
export async function escalate(panel: Panel): Promise<void> {
  await press(panel, escalateButton(panel), () => undoButton(panel).isVisible())
}

/** The one line that says where the newest escalation of this case stands. */
export async function standing(panel: Panel, sentence: string | RegExp): Promise<void> {
  await bar(panel).getByText(sentence).first().waitFor({ state: 'attached' })
}

export const bar = (panel: Panel) => panel.getByRole('region', { name: 'Hand this case over' })

export const step = (panel: Panel, label: string | RegExp) => panel.getByRole('listitem').filter({ hasText: label })
