// A person's hand on the rail: its launcher stands in a closed shadow root, where only the debugger's view of the page reaches.
import { setTimeout } from 'node:timers/promises'
import type { CDPSession, Frame, Locator, Page } from 'playwright-core'

interface DomNode {
  backendNodeId: number
  nodeName: string
  attributes?: string[]
}

const attribute = (node: DomNode, name: string): string | null => {
  const at = (node.attributes ?? []).findIndex((value, index) => index % 2 === 0 && value === name)
  return at < 0 ? null : (node.attributes?.[at + 1] ?? null)
}

/** The first node in the page, closed roots included, with this tag and accessible name. */
async function findNode(session: CDPSession, tag: string, label: RegExp): Promise<DomNode | null> {
  await session.send('DOM.enable')
  const { nodes } = (await session.send('DOM.getFlattenedDocument', { depth: -1, pierce: true })) as unknown as { nodes: DomNode[] }
  return nodes.find((node) => node.nodeName === tag && label.test(attribute(node, 'aria-label') ?? attribute(node, 'title') ?? '')) ?? null
}

/** Where the launcher is on screen; null while there is none. */
export async function launcherBox(page: Page, label = /^Open Handrail/): Promise<{ x: number; y: number; width: number; height: number } | null> {
  const session = await page.context().newCDPSession(page)
  try {
    const node = await findNode(session, 'BUTTON', label)
    if (!node) return null
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId: node.backendNodeId })
    const [left, top, right, , , bottom] = model.border as [number, number, number, number, number, number, number, number]
    return { x: left, y: top, width: right - left, height: bottom - top }
  } catch {
    return null
  } finally {
    await session.detach()
  }
}

/** The launcher's accessible name, which carries the count. */
export async function launcherLabel(page: Page): Promise<string | null> {
  const session = await page.context().newCDPSession(page)
  try {
    const node = await findNode(session, 'BUTTON', /^Open Handrail/)
    return node && attribute(node, 'aria-label')
  } finally {
    await session.detach()
  }
}

/** Asks until the answer is there, ever less often; the browser's own events drive the page, so this only looks. */
export async function until<T>(look: () => Promise<T | null | undefined | false>, what: string, patienceMs = 30_000): Promise<T> {
  const end = Date.now() + patienceMs
  for (let pauseMs = 25; ; pauseMs = Math.min(pauseMs * 1.3, 250)) {
    const found = await look()
    if (found) return found
    if (Date.now() > end) throw new Error(`Waited ${patienceMs / 1000} s in vain for ${what}.`)
    await setTimeout(pauseMs)
  }
}

export async function clickLauncher(page: Page): Promise<void> {
  const box = await until(() => launcherBox(page), 'the launcher')
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
}

/** The sidebar's frame in the page: admitted, drawn, and under the pointer. */
export async function railFrame(page: Page): Promise<Frame> {
  const frame = await until(async () => page.frames().find((candidate) => candidate.url().includes('/sidebar.html')), 'the rail’s frame')
  await frame.getByRole('button', { name: 'Escalate', exact: true }).waitFor()
  await pointAt(page, frame)
  return frame
}

/**
 * Moves the pointer over the frame until the frame feels it. Until the browser has presented its first picture, what is pressed there
 * goes to the page below; a person sees the frame before pressing, a script does not.
 */
async function pointAt(page: Page, frame: Frame): Promise<void> {
  const box = await until(async () => (await frame.frameElement()).boundingBox(), 'the place of the rail’s frame')
  await frame.evaluate(() => {
    const note = () => document.documentElement.setAttribute('data-pointed', '')
    addEventListener('pointermove', note, { once: true, capture: true })
  })
  let step = 0
  await until(async () => {
    step = 1 - step
    await page.mouse.move(box.x + box.width / 2 + step, box.y + 2)
    return frame.evaluate(() => document.documentElement.hasAttribute('data-pointed'))
  }, 'a frame that feels the pointer')
}

export async function openRail(page: Page): Promise<Frame> {
  await clickLauncher(page)
  return railFrame(page)
}

/**
 * A click as a person makes it: buttons with consequences act only after the browser itself has seen them uncovered for half a
 * second, so this brings the button into view, waits for the browser's word, and then clicks.
 */
export async function pressGuarded(button: Locator): Promise<void> {
  await button.scrollIntoViewIfNeeded()
  await button.evaluate(
    (element) =>
      new Promise<void>((resolve) => {
        const observer = new IntersectionObserver(
          (entries) => {
            if (!(entries.at(-1) as IntersectionObserverEntry & { isVisible?: boolean }).isVisible) return
            observer.disconnect()
            window.setTimeout(resolve, 700)
          },
          { threshold: 1, trackVisibility: true, delay: 100 } as IntersectionObserverInit,
        )
        observer.observe(element)
      }),
  )
  await button.click()
}
