// Conducts one page: asks what to read, reports it, shows the rail, obeys the worker. Knows no rules and no policy, and never throws into the page.
import type { PageOrder, PagePlan, PageReport } from '../schema/page.ts'
import { selectedText, textUnder } from './gather.ts'
import { createRail, type Rail } from './rail.ts'
import { createReader } from './read.ts'
import { rootsAmong, rootsUnder } from './roots.ts'
import { dropTools, takeTools } from './toolbox.ts'
import { type Change, watchAddress, watchContent } from './watch.ts'
import { createAsk, listen } from './wire.ts'

export interface Page {
  stop: () => void
  /** False once it was told to stop. */
  isRunning: () => boolean
}

/** More than this in two seconds is nobody's conversation. */
const addedLimit = 20_000

/** The sources of the case id are those without the name of a field. */
const idOf = ({ values }: PageReport) =>
  Object.keys(values)
    .map((key) => key[0] === '#' && values[key])
    .join()

export function startPage(): Page {
  let isRunning = true
  let plan: PagePlan | null = null
  let rail: Rail | null = null
  let content: { stop: () => void } | null = null
  let asked = 0
  let waking = 0
  let lastSaid = ''
  let lastId = ''
  let read = createReader([])
  // The site's permission was withdrawn. Without a plan it may be a page that is read ahead, which nobody knows yet.
  const ask = createAsk(orphaned, () => plan && stop())
  const address = watchAddress(() => void hello())
  const unlisten = listen(answer)

  function unwatch() {
    content?.stop()
    content = null
    clearTimeout(waking)
  }

  function bare() {
    unwatch()
    rail?.remove()
    dropTools()
    rail = plan = null
  }

  function stop() {
    isRunning = false
    bare()
    address.stop()
    unlisten()
  }

  function orphaned() {
    unwatch()
    address.stop()
    rail?.orphan()
  }

  function report(change: Change | null): PageReport {
    const selector = plan?.textSelector ?? null
    const added = change && !change.whole ? change.nodes : null
    const text = added ? textUnder(rootsAmong(added, selector), addedLimit) : textUnder(rootsUnder(document, selector))
    return { values: read(added), text, selection: selectedText(), added: added !== null }
  }

  async function send(change: Change | null) {
    if (!plan || address.check()) return
    let next = report(change)
    // A ticking clock is no news: something read must differ, or words must have come in.
    const said = JSON.stringify(next.values)
    if (next.added && said === lastSaid && !/\p{L}{3}/u.test(next.text)) return
    // What is on screen now may have been there all the time, and what was said before is of another case.
    const id = idOf(next)
    if (next.added && (id !== lastId || (change?.isTurned && said !== lastSaid))) next = report(null)
    lastSaid = said
    lastId = id
    const reply = await ask('page.report', next)
    if (reply) rail?.count(reply.matches)
  }

  /** A snoozed page is not watched at all until it wakes. */
  function watch() {
    unwatch()
    if (!plan) return
    const restMs = plan.rail.snoozedUntil - Date.now()
    if (restMs > 0) {
      if (restMs < 86_400_000) waking = setTimeout(() => void hello(), restMs) as unknown as number
      return
    }
    const current = watchContent(
      (change) => void send(change),
      (node) => rail?.isOurs(node) ?? false,
    )
    content = current
    requestIdleCallback(() => content === current && void send(null), { timeout: 500 })
  }

  function rest(untilMs: number) {
    if (plan) plan = { ...plan, rail: { ...plan.rail, snoozedUntil: untilMs } }
    watch()
  }

  function apply(next: PagePlan | null) {
    if (!next) return bare()
    plan = next
    read = createReader(next.reads)
    if (rail) rail.draw(next)
    else rail = createRail(next, ask, rest)
    watch()
  }

  async function hello() {
    const turn = ++asked
    const next = await ask('page.hello', {})
    // Undefined: the worker could not answer; what stands stays, and the next change of address asks again.
    if (turn === asked && next !== undefined) apply(next)
  }

  async function answer(order: PageOrder) {
    switch (order.name) {
      case 'page.read':
        rail?.alive()
        return report(null)
      case 'page.insert':
        return (await takeTools(ask))?.insert(order) ?? { arrived: false, reason: 'This page cannot be written to at the moment.' }
      case 'page.toggle':
        return rail?.called() ?? false
      case 'page.close':
        rail?.close()
        break
      case 'page.stop':
        stop()
        break
      case 'page.plan':
        apply(order.plan)
    }
    return undefined
  }

  void hello()
  return { stop, isRunning: () => isRunning }
}
