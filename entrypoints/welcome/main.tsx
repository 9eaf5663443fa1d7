// Starts the welcome page with the real worker.
import '../../components/ui/tokens.css'
import '../../components/ui/base.css'
import { createRoot } from 'react-dom/client'
import { browser } from '../../lib/browser.ts'
import { createClient } from '../../lib/messages/client.ts'
import { runtimeTransport } from '../../lib/messages/runtime-transport.ts'
import { App } from './App.tsx'
import { readHash } from './invite-link.ts'
import { createWelcomeStore } from './store.ts'

const client = createClient(runtimeTransport)
const store = createWelcomeStore(client, browser)
client.onChanged((changed) => store.hear(changed))
void store.load()
const invitation = readHash(location.hash)
// The code works once and belongs to one person: keep it out of the history.
if (location.hash) history.replaceState(null, '', location.pathname)

const root = document.getElementById('root')
if (root) createRoot(root).render(<App store={store} browser={browser} invitation={invitation} version={browser.runtime.getManifest().version} />)
