// Everything of ours that stands in the page, held together: launcher, menu, frame and bar follow one set of settings.
import type { PagePlan, RailSettings } from '../schema/page.ts'
import { showBar } from './bar.ts'
import type { Frame } from './frame.ts'
import { createHost } from './host.ts'
import { createLauncher } from './launcher.ts'
import type { Menu } from './menu.ts'
import { takeTools } from './toolbox.ts'
import type { Ask } from './wire.ts'

const hourMs = 3_600_000
const undoMs = 8000
/** The last instant that a date can hold: switched off here until a person switches it on again. */
const neverMs = 8.64e15

export type Rail = ReturnType<typeof createRail>

/** `rested` is called when the rail is snoozed or woken, with the instant until which the page is to be left alone. */
export function createRail(first: PagePlan, ask: Ask, rested: (untilMs: number) => void) {
  let plan = first
  let menu: Menu | null = null
  let frame: Frame | null = null
  let comeBack = () => {}
  /** This page cannot hold a frame: the browser's own panel is asked for instead. */
  let isFrameless = self.origin === 'null' || crossOriginIsolated
  let isOpening = false

  const host = createHost({
    key(event, target) {
      if (menu?.key(event) || frame?.key(event, target) || (target === launcher.element && launcher.key(event))) event.preventDefault()
      else if (event.key === 'Escape') close()
    },
    returned: close,
  })
  const launcher = createLauncher({ near: () => takeTools(ask), toggle, menu: showMenu, moved: (offset) => save({ offset }) })
  host.root.append(launcher.element)

  function draw(next = plan) {
    plan = next
    const { rail } = plan
    frame?.draw(rail)
    launcher.element.hidden = rail.snoozedUntil > Date.now() && !frame?.isOpen()
    launcher.draw(plan, frame?.width() ?? 0)
  }

  /** Shown at once and kept by the worker, whose answer is the truth. */
  async function save(change: Partial<RailSettings>) {
    draw({ ...plan, rail: { ...plan.rail, ...change } })
    const rail = await ask('page.rail', change)
    if (rail) draw({ ...plan, rail })
  }

  function rest(untilMs: number, sentence: string) {
    const until = (snoozedUntil: number) => {
      void save({ snoozedUntil })
      rested(snoozedUntil)
    }
    close()
    until(untilMs)
    setTimeout(
      showBar(host.root, sentence, 'Undo', () => until(0)),
      undoMs,
    )
  }

  async function showMenu() {
    const tools = await takeTools(ask)
    const { side, mode } = plan.rail
    const other = side === 'right' ? 'left' : 'right'
    const choices = {
      [`Move to ${other}`]: () => save({ side: other }),
      [mode === 'dock' ? 'Float over the page' : 'Dock beside the page']: () => save({ mode: mode === 'dock' ? 'float' : 'dock' }),
      'Snooze for an hour': () => rest(Date.now() + hourMs, 'Handrail is out of the way for an hour.'),
      'Off on this site': () => rest(neverMs, 'Handrail is off on this site. Its toolbar button still opens it.'),
    }
    menu =
      tools?.openMenu(host.root, launcher.element, choices, () => {
        menu = null
      }) ?? null
  }

  async function open() {
    if (isOpening) return
    isOpening = true
    // Together, because a side panel opens only right after the click.
    const [admission, tools] = await Promise.all([ask('page.open', { framed: !isFrameless }), takeTools(ask)])
    isOpening = false
    if (!admission || !tools) return
    comeBack = host.root.activeElement ? () => launcher.element.focus() : tools.leave()
    frame ??= tools.createFrame(host.root, {
      resized(width, isFinal) {
        if (isFinal) void save({ width })
        else draw({ ...plan, rail: { ...plan.rail, width } })
      },
      gaveUp() {
        isFrameless = true
        close()
        void open()
      },
    })
    frame.open(admission, plan.rail)
    draw()
  }

  function close() {
    if (!frame?.isOpen()) return
    frame.close()
    draw()
    comeBack()
  }

  function toggle() {
    if (frame?.isOpen()) close()
    else void open()
  }

  /** By key. False where nobody would see it: the page keeps us out, or a dialog of its own makes all else inert. */
  function called() {
    if (!frame?.isOpen() && (isFrameless || !host.isThere() || document.querySelector('dialog:modal'))) return false
    toggle()
    return true
  }

  draw()
  return {
    draw,
    count: (matches: number) => draw({ ...plan, matches }),
    called,
    close,
    alive: () => frame?.alive(),
    isOurs: host.isOurs,
    remove() {
      frame?.close()
      host.remove()
    },
    /** The extension was updated under this page: nothing works any more but a reload. */
    orphan() {
      if (!launcher.element.isConnected) return
      close()
      launcher.element.remove()
      showBar(host.root, 'Handrail was updated. Reload this tab to go on.', 'Reload', () => location.reload())
    },
  }
}
