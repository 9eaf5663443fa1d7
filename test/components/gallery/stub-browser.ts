// As much of the browser as the pages touch in the gallery.
import type { Browser } from '../../../lib/browser.ts'

export const stubBrowser = {
  runtime: { getURL: (path: string) => `chrome-extension://gallery${path}` },
  permissions: { request: async () => true },
  notifications: { create: async (id: string) => id },
  sidePanel: {},
  sidebarAction: null,
  commands: {
    getAll: async () => [
      { name: '_execute_action', shortcut: 'Alt+Shift+H' },
      { name: 'toggle-rail', shortcut: 'Alt+Shift+K' },
      { name: 'escalate', shortcut: '' },
    ],
  },
} as unknown as Browser
