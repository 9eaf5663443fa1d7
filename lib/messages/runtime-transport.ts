// The browser's own message channel, as an extension page uses it.
import { browser, type MessageListener } from '../browser.ts'
import type { Transport } from './client.ts'

export const runtimeTransport: Transport = {
  send: (envelope) => browser.runtime.sendMessage(envelope),
  listen(listener) {
    const hear: MessageListener = (message) => {
      listener(message)
      return undefined
    }
    browser.runtime.onMessage.addListener(hear)
    return () => browser.runtime.onMessage.removeListener(hear)
  },
}
