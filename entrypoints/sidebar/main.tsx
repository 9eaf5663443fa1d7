// Starts the panel in the place it was opened in. A frame stays empty until it was admitted.
import '../../components/ui/tokens.css'
import '../../components/ui/base.css'
import { createRoot } from 'react-dom/client'
import { browser } from '../../lib/browser.ts'
import { createClient } from '../../lib/messages/client.ts'
import { runtimeTransport } from '../../lib/messages/runtime-transport.ts'
import { App } from './App.tsx'
import { followTab } from './follow-tab.ts'
import { readKeys } from './keys.ts'
import { createSidebarStore } from './store.ts'
import { admission, surfaceOf } from './surface.ts'

async function start(root: HTMLElement) {
  const client = createClient(runtimeTransport)
  const place = surfaceOf(window)
  if (place.surface === 'frame') place.tabId = await admission(window, client)
  const store = createSidebarStore({ client, browser, place, now: Date.now })
  client.onChanged((changed) => store.hear(changed))
  store.loadFirst()
  // From a notification about a case that was handed over.
  if (window.location.hash === '#cases') store.case.go('cases')
  followTab(place, browser, (tab) => void store.case.show(tab?.id ?? place.tabId, tab?.incognito === true))
  const keys = await readKeys(browser)
  createRoot(root).render(<App store={store} keys={keys} version={browser.runtime.getManifest().version} />)
}

const root = document.getElementById('root')
if (root) void start(root)
