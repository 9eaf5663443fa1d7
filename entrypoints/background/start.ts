// What every start of the worker does, in no order that matters: each part may fail alone, all may be repeated.
import type { Browser } from '../../lib/browser.ts'
import { sweepImages } from '../../lib/db/images.ts'
import { sendHeldRuns } from './held-runs.ts'
import { applyPolicy } from './managed.ts'
import { failureOf } from './refusal.ts'
import type { Worker } from './worker.ts'

export async function start(worker: Worker, alarmName: string): Promise<void> {
  const { browser, database, sites, loop, highWater } = worker
  const { storage, sidePanel, alarms } = browser
  const alone = (doing: string, work: Promise<unknown> | undefined) => work?.catch((error) => failureOf(error, doing))
  await Promise.all([
    // Content scripts could read these areas until the worker says otherwise.
    alone('closing storage to pages', storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })),
    alone('closing storage to pages', storage.session.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })),
    alone('the side panel', sidePanel?.setPanelBehavior({ openPanelOnActionClick: false })),
    alone('the alarm', Promise.resolve(alarms.create(alarmName, { periodInMinutes: 0.5 }))),
    alone(
      'the sites',
      applyPolicy(browser, database, worker.now())
        .then(sites.reconcile)
        .then(() => sendHeldRuns(worker)),
    ),
    // After the comparison, which may have found something lost; a database that cannot be opened is said all the same.
    alone('the badge', Promise.allSettled([highWater.check()]).then(worker.showNeed)),
    alone('old pictures', database.use(sweepImages)),
    loop.wake(),
  ])
}

/** Repeatable: the browser may have kept the item or lost it. */
export async function offerMenu({ contextMenus }: Pick<Browser, 'contextMenus'>): Promise<void> {
  await contextMenus.removeAll()
  contextMenus.create({ id: 'escalate', title: 'Escalate to the lead', contexts: ['page', 'selection'] })
}
