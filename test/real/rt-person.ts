// What a person does in Request Tracker itself, with Handrail or without it: sign in, open a ticket, write a reply, choose the plain editor.
import type { FrameLocator, Page } from 'playwright-core'
import type { RequestTracker } from './request-tracker.ts'

export async function signIn(page: Page, { url, user, password }: RequestTracker): Promise<void> {
  await page.goto(url)
  await page.locator('input[name=user]').fill(user)
  await page.locator('input[name=pass]').fill(password)
  await page.getByRole('button', { name: 'Login' }).click()
  await page.getByText(`Logged in as ${user}`).waitFor()
}

export async function openTicket(page: Page, { url }: RequestTracker, id: number): Promise<void> {
  await page.goto(`${url}/Ticket/Display.html?id=${id}`)
  await page.locator('.history-container .transaction').first().waitFor()
}

/** The link sits in a menu that opens under the pointer; its address is what counts. */
export async function openReply(page: Page, { url }: RequestTracker, id: number): Promise<void> {
  await page.goto(`${url}/Ticket/Update.html?Action=Respond&id=${id}`)
}

export async function preferEditor(page: Page, { url }: RequestTracker, editor: 'rich' | 'plain'): Promise<void> {
  await page.goto(`${url}/Prefs/Other.html`)
  await page.locator(`input[name=MessageBoxRichText][value="${editor === 'rich' ? 1 : 0}"]`).check({ force: true })
  await page.getByRole('button', { name: 'Save Changes' }).click()
  await page.getByText('Preferences saved').waitFor()
}

/** The writing surface of CKEditor 4, in a frame of its own. */
export const editorOf = (page: Page): FrameLocator => page.frameLocator('.cke_wysiwyg_frame')

/** What the editor itself would send, as text; null before it has started. */
export function modelText(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const { CKEDITOR } = globalThis as unknown as { CKEDITOR?: { instances: Record<string, { getData(): string } | undefined> } }
    const html = CKEDITOR?.instances.UpdateContent?.getData()
    return html === undefined ? null : (new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '').replaceAll('\u00a0', ' ')
  })
}

/** Where everything in the page's own body stands. */
export function places(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('#body, #body *')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return `${element.tagName} ${element.id} ${x} ${y} ${width} ${height}`
    }),
  )
}

/** How much of the page moved without anybody's doing since it was loaded. */
export function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        const add = (entries: PerformanceEntry[]) => {
          for (const entry of entries as (PerformanceEntry & { value: number })[]) sum += entry.value
        }
        const observer = new PerformanceObserver((list) => add(list.getEntries()))
        observer.observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            add(observer.takeRecords())
            resolve(sum)
          }),
        )
      }),
  )
}
