// Which of its three places this page stands in. A frame shows nothing until the page script's one-time token admitted it.
import type { Client } from '../../lib/messages/client.ts'

export type Surface = 'frame' | 'panel' | 'tab'

export interface Place {
  surface: Surface
  /** Fixed for a frame and a tab; null for the side panel, which follows the tab in front. */
  tabId: number | null
}

export function surfaceOf(window: Window): Place {
  if (window.parent !== window) return { surface: 'frame', tabId: null }
  const tab = new URL(window.location.href).searchParams.get('tab')
  return tab && /^\d+$/.test(tab) ? { surface: 'tab', tabId: Number(tab) } : { surface: 'panel', tabId: null }
}

/** Resolves with the tab around the frame once a token was accepted; tokens that are refused change nothing. */
export function admission(window: Window, client: Client): Promise<number> {
  return new Promise((resolve) => {
    async function hear(event: MessageEvent) {
      const token = (event.data as { handrail?: unknown } | null)?.handrail
      if (event.source !== window.parent || typeof token !== 'string') return
      try {
        const { tabId } = await client.send('frame.admit', { token })
        window.removeEventListener('message', hear)
        resolve(tabId)
      } catch {
        // Said by the page and not by our script: stay dark.
      }
    }
    window.addEventListener('message', hear)
  })
}
