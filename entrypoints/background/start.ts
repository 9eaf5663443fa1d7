// What every start of the worker does, in no order that matters: each part may fail alone, all may be repeated.
import type { Browser } from '../../lib/browser.ts'
import { listOutbox } from '../../lib/db/outbox.ts'
import { showBadgeEverywhere } from './badge.ts'
import { applyPolicy } from './managed.ts'
import { failureOf } from './refusal.ts'
import type { Worker } from './worker.ts'

export async function start(worker: Worker, alarmName: string): Promise<void> {
  const { browser, database, sites, loop } = worker
  const { storage, sidePanel, alarms, action } = browser
  const alone = (doing: string, work: Promise<unknown> | undefined) => work?.catch((error) => failureOf(error, doing))
  await Promise.all([
    // Content scripts could read these areas until the worker says otherwise.
    alone('closing storage to pages', storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })),
    alone('closing storage to pages', storage.session.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })),
    alone('the side panel', sidePanel?.setPanelBehavior({ openPanelOnActionClick: false })),
    alone('the alarm', Promise.resolve(alarms.create(alarmName, { periodInMinutes: 0.5 }))),
    alone('the sites', applyPolicy(browser, database, worker.now()).then(sites.reconcile)),
    alone(
      'the badge',
      database
        .use(listOutbox)
        .then(
          (rows) => rows.some(({ state }) => state === 'refused'),
          // A database that cannot be opened needs a person, too; the panel says what is safe.
          () => true,
        )
        .then((isNeeded) => showBadgeEverywhere(action, isNeeded)),
    ),
    loop.wake(),
  ])
}

/** Repeatable: the browser may have kept the item or lost it. */
export async function offerMenu({ contextMenus }: Pick<Browser, 'contextMenus'>): Promise<void> {
  await contextMenus.removeAll()
  contextMenus.create({ id: 'escalate', title: 'Escalate to the lead', contexts: ['page', 'selection'] })
}
