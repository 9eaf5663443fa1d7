// Every message of the protocol and who handles it: one that is missing here does not compile.
import type { Handlers } from '../router.ts'
import type { Worker } from '../worker.ts'
import { caseListHandlers } from './case-list.ts'
import { caseHandlers } from './cases.ts'
import { choiceHandlers } from './choices.ts'
import { diagnosticsHandlers } from './diagnostics.ts'
import { escalationHandlers } from './escalations.ts'
import { frameHandlers } from './frames.ts'
import { handoverHandlers } from './handovers.ts'
import { heardHandlers } from './heard.ts'
import { inboxHandlers } from './inbox.ts'
import { libraryHandlers } from './library.ts'
import { newsHandlers } from './news.ts'
import { outboxHandlers } from './outbox.ts'
import { pageHandlers } from './pages.ts'
import { proofHandlers } from './proofs.ts'
import { runHandlers } from './runs.ts'
import { sessionHandlers } from './session.ts'
import { siteHandlers } from './sites.ts'
import { snippetHandlers } from './snippets.ts'
import { teamHandlers } from './team.ts'

export function allHandlers(worker: Worker): Handlers {
  return {
    ...pageHandlers(worker),
    ...frameHandlers(worker),
    ...caseHandlers(worker),
    ...runHandlers(worker),
    ...caseListHandlers(worker),
    ...handoverHandlers(worker),
    ...proofHandlers(worker),
    ...libraryHandlers(worker),
    ...snippetHandlers(worker),
    ...escalationHandlers(worker),
    ...inboxHandlers(worker),
    ...newsHandlers(worker),
    ...heardHandlers(worker),
    ...outboxHandlers(worker),
    ...teamHandlers(worker),
    ...siteHandlers(worker),
    ...choiceHandlers(worker),
    ...sessionHandlers(worker),
    ...diagnosticsHandlers(worker),
  }
}
