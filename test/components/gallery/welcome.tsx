// The welcome page on fixtures: `welcome.html?state=suggestions` is a member's, `never-joined` the first visit.
import '../../../components/ui/tokens.css'
import '../../../components/ui/base.css'
import { createRoot } from 'react-dom/client'
import { App } from '../../../entrypoints/welcome/App.tsx'
import { readHash } from '../../../entrypoints/welcome/invite-link.ts'
import { createWelcomeStore } from '../../../entrypoints/welcome/store.ts'
import { createMemoryWorker } from './memory-worker.ts'
import { states } from './states.ts'
import { stubBrowser } from './stub-browser.ts'

const query = new URLSearchParams(location.search)
const worker = createMemoryWorker(structuredClone(states[query.get('state') ?? 'suggestions']!))
Object.assign(window, { worker })
const store = createWelcomeStore(worker, stubBrowser)
void store.load().then(() => store.setState({ theme: query.get('theme') === 'dark' ? 'dark' : 'light' }))
createRoot(document.getElementById('root')!).render(<App store={store} browser={stubBrowser} invitation={readHash(location.hash)} version="0.1.0" />)
