// The panel on fixtures: `?state=run-half&theme=dark`. The worker in memory hangs on `window.worker` for tests to steer.
import '../../../components/ui/tokens.css'
import '../../../components/ui/base.css'
import { createRoot } from 'react-dom/client'
import { App } from '../../../entrypoints/sidebar/App.tsx'
import { createSidebarStore } from '../../../entrypoints/sidebar/store.ts'
import type { Surface } from '../../../entrypoints/sidebar/surface.ts'
import { createMemoryWorker } from './memory-worker.ts'
import { states } from './states.ts'
import { stubBrowser } from './stub-browser.ts'

const query = new URLSearchParams(location.search)
const worker = createMemoryWorker(structuredClone(states[query.get('state') ?? 'suggestions']!))
Object.assign(window, { worker })
const surface = (query.get('surface') ?? 'panel') as Surface
const store = createSidebarStore({ client: worker, browser: stubBrowser, place: { surface, tabId: 1 }, now: Date.now })
worker.onChanged((changed) => store.hear(changed))
store.loadFirst()
void store.case.show(1, false)
const theme = query.get('theme')
if (theme === 'light' || theme === 'dark') void store.device.setSettings({ theme })
const keys = { open: 'Alt+Shift+H', toggle: 'Alt+Shift+K', escalate: 'Alt+Shift+E', screenshot: 'Alt+Shift+S' }
createRoot(document.getElementById('root')!).render(<App store={store} keys={keys} version="0.1.0" />)
