// The console over a worker in memory, for a browser without the extension. `?rows=10000` fills the inbox, `?state=...` picks a situation.
import '../../../components/ui/tokens.css'
import '../../../components/ui/base.css'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '../../../entrypoints/console/console.css'
import { createRoot } from 'react-dom/client'
import { Console } from '../../../entrypoints/console/Console.tsx'
import { agent, closedLater, escalation, fixtureInbox, fixtureNow, fixtureState, otherLead } from '../desk-fixture.ts'
import { heardState } from '../heard-fixture.ts'
import { createMemoryWorker, type MemoryState } from '../memory-worker.ts'
import { fixturePlaybooks, makeVersion } from '../playbook-fixture.ts'
import { fixtureFaults, fixtureSites } from '../site-fixture.ts'

const query = new URLSearchParams(location.search)
const now = () => fixtureNow

const situations: Record<string, (state: MemoryState) => Partial<MemoryState>> = {
  empty: () => ({ inbox: [] }),
  bare: () => ({ sites: { sites: [], faults: [] } }),
  broken: () => ({ sites: { ...fixtureSites, faults: fixtureFaults } }),
  lead: ({ session }) => ({ session: { ...session, member: otherLead } }),
  agent: ({ session }) => ({ session: { ...session, member: agent } }),
  none: ({ session }) => ({ session: { ...session, state: 'none', member: null, team: null } }),
  revoked: ({ session }) => ({ session: { ...session, state: 'revoked' } }),
  heard: heardState,
  closed: closedLater,
  offline: ({ status }) => ({
    status: { ...status, hub: 'unreachable', queued: 2, heardAt: fixtureNow - 900_000 },
    settings: { theme: 'system', notifications: false },
  }),
}

const ground = { ...fixtureState(fixtureInbox(Number(query.get('rows') ?? 0))), playbooks: fixturePlaybooks(), sites: fixtureSites }
const situation = situations[query.get('state') ?? '']
const worker = createMemoryWorker({ ...ground, ...situation?.(ground) }, now, makeVersion)
/** A fresh S1 from an agent, as the worker would announce it. */
function arrive() {
  worker.change(['inbox'], (state) => {
    state.inbox = [...state.inbox, { ...escalation(20_001, 600), severity: 'S1' }]
  })
}
Object.assign(window, { worker, arrive })

const root = document.getElementById('root')
if (root) createRoot(root).render(<Console client={worker} now={now} />)
