// Site profiles made by pointing: the picker's way into a tab, and publishing. For leads and admins; agents are refused.
import type { Tab } from '../../../lib/browser.ts'
import type { PickOrder } from '../../../lib/schema/picker.ts'
import { activeSession, askHub } from '../hub.ts'
import { order } from '../page-orders.ts'
import { Refusal } from '../refusal.ts'
import type { Handlers } from '../router.ts'
import { webOrigin } from '../tab-reading.ts'
import type { Worker } from '../worker.ts'

/** A picker that waits for a person answers after ten seconds, to be asked again. */
const patienceMs = 20_000

export function siteHandlers(worker: Worker): Pick<Handlers, 'site.point' | 'site.publish'> {
  const { tabs, scripting } = worker.browser

  async function leadOnly() {
    if ((await activeSession(worker)).member.role === 'agent') throw new Refusal('forbidden', 'Only leads say how a site is read.')
  }

  async function point(tab: Tab, asked: PickOrder) {
    const tabId = tab.id!
    // Where it cannot be brought nobody answers.
    await scripting.executeScript({ target: { tabId }, files: ['/page-picker.js'] }).catch(() => [])
    return { ...tab, said: await order(tabs, tabId, { name: 'pick', order: asked }, patienceMs) }
  }

  return {
    /** Empty where Handrail is not on. */
    async 'site.point'({ tabId, everywhere, order: asked }, caller) {
      await leadOnly()
      const own = await tabs.get(caller.tabId ?? tabId)
      const origin = webOrigin(own.url)
      if (!(await worker.sites.isEnabled(origin ?? ''))) return []
      const isAsked = ({ id, url }: Tab) => (everywhere ? webOrigin(url) === origin : id === own.id)
      return Promise.all((await tabs.query({})).filter(isAsked).map((tab) => point(tab, asked)))
    },
    /** The feed brings it back to this device as to all others. */
    async 'site.publish'({ id, draft, base, commandId }) {
      await leadOnly()
      return askHub(worker, 'publishSite', { params: { id }, request: { ...draft, base }, key: commandId ?? worker.newId() })
    },
  }
}
