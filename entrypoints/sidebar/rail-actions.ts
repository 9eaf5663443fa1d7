// What the panel's menu offers about the rail on this site: each setting shows how it stands now.
import { restOf } from '../../components/case/rail-words.ts'
import type { MenuAction } from '../../components/ui/Menu.tsx'
import type { RailSettings } from '../../lib/schema/page.ts'
import type { SidebarStore } from './store.ts'

const hourMs = 3_600_000
const widths = { min: 300, max: 640, step: 60 }

export function railActions(device: SidebarStore['device'], rail: RailSettings, origin: string | null, now: number): MenuAction[] {
  const { mode, side, width } = rail
  const set = (change: Partial<RailSettings>) => () => void device.setRail(change)
  const resize = (by: number) => set({ width: Math.min(Math.max(width + by, widths.min), widths.max) })
  const rest = restOf(rail, now)
  return [
    { row: 'Place', word: 'Dock', label: 'Dock beside the page', first: true, ticked: mode === 'dock', act: set({ mode: 'dock' }) },
    { row: 'Place', word: 'Float', label: 'Float over the page', ticked: mode === 'float', act: set({ mode: 'float' }) },
    { row: 'Edge', word: 'Left', label: 'Left edge', ticked: side === 'left', act: set({ side: 'left' }) },
    { row: 'Edge', word: 'Right', label: 'Right edge', ticked: side === 'right', act: set({ side: 'right' }) },
    { row: `Width, ${width} px`, word: 'Narrower', label: 'Narrower', act: resize(-widths.step) },
    { row: `Width, ${width} px`, word: 'Wider', label: 'Wider', act: resize(widths.step) },
    rest
      ? { label: rest.kind === 'off' ? 'Switch on again' : 'Show the launcher now', hint: rest.words, first: true, act: set({ snoozedUntil: 0 }) }
      : { label: 'Snooze for an hour', first: true, act: set({ snoozedUntil: now + hourMs }) },
    ...(origin
      ? [{ label: 'Turn off on this site', hint: 'Reads nothing here unless you press its button or key', act: () => void device.disableSite(origin) }]
      : []),
  ]
}
