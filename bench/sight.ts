// Instants as a page itself saw them, by the clock on the wall: when something was drawn, when the worker said that something moved.
// The watching happens inside the page; asking for the result costs the measurement nothing.
import type { Frame, Page } from 'playwright-core'

interface Sight {
  selector: string
  text?: string
  /** How many of them; 1 by default. */
  count?: number
}

/** Starts to look; the answer resolves with the instant after the frame in which it was drawn. */
export async function watchFor(page: Page | Frame, sight: Sight): Promise<() => Promise<number>> {
  const key = `bench:${crypto.randomUUID()}`
  await page.evaluate(
    ([key, { selector, text = '', count = 1 }]) => {
      const drawn = new Promise<number>((resolve) => {
        const look = () => {
          const found = [...document.querySelectorAll(selector)].filter((element) => element.textContent?.includes(text))
          if (found.length < count) return
          observer.disconnect()
          requestAnimationFrame(() => setTimeout(() => resolve(Date.now())))
        }
        const observer = new MutationObserver(look)
        observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true })
        look()
      })
      Object.assign(globalThis, { [key]: drawn })
    },
    [key, sight] as const,
  )
  return () => page.evaluate((key) => (globalThis as unknown as Record<string, Promise<number>>)[key]!, key)
}

/** Starts to listen; answers the first time at or after an instant that the worker said that this collection moved. */
export async function hearChanges(page: Page | Frame, collection: string): Promise<(since: number) => Promise<number>> {
  const key = `bench:${crypto.randomUUID()}`
  await page.evaluate(
    ([key, collection]) => {
      const heard: number[] = []
      chrome.runtime.onMessage.addListener((message: { name?: string; collections?: string[] }) => {
        if (message.name === 'changed' && message.collections?.includes(collection)) heard.push(Date.now())
      })
      Object.assign(globalThis, { [key]: heard })
    },
    [key, collection] as const,
  )
  return (since) => page.evaluate(([key, since]) => (globalThis as unknown as Record<string, number[]>)[key]!.find((at) => at >= since)!, [key, since] as const)
}

/** The instant of the next click on an element with this text, as the page received it. */
export async function watchClick(page: Page | Frame, text: string): Promise<() => Promise<number>> {
  const key = `bench:${crypto.randomUUID()}`
  await page.evaluate(
    ([key, text]) => {
      const clicked = new Promise<number>((resolve) => {
        addEventListener(
          'click',
          (event) => {
            if ((event.target as Element).closest('button')?.textContent?.startsWith(text)) resolve(performance.timeOrigin + event.timeStamp)
          },
          true,
        )
      })
      Object.assign(globalThis, { [key]: clicked })
    },
    [key, text] as const,
  )
  return () => page.evaluate((key) => (globalThis as unknown as Record<string, Promise<number>>)[key]!, key)
}
