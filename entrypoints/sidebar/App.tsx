// The panel with what all of it is given: the member's keys, the guard of a frame in a page, the theme.
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { SnippetDeskContext } from '../../components/snippet/snippet-desk.ts'
import { GuardContext } from '../../components/ui/guard.ts'
import { KeyboardContext } from '../../components/ui/keyboard.ts'
import { useKeyboard } from '../../components/ui/use-keyboard.ts'
import { Panel, type PanelProps } from './Panel.tsx'
import { useSnippetDesk } from './use-snippet-desk.ts'

export function App(props: PanelProps) {
  const { store } = props
  const surface = useStore(store, (state) => state.surface)
  const theme = useStore(store, (state) => state.settings?.theme ?? 'system')
  const snippets = useSnippetDesk(store)
  const guard = useMemo(() => ({ isOn: surface === 'frame', onRefused: store.device.refuse }), [surface, store])
  const keyboard = useKeyboard(useStore(store, (state) => state.settings?.keys))

  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])

  return (
    <GuardContext value={guard}>
      <KeyboardContext value={keyboard}>
        <SnippetDeskContext value={snippets}>
          <Panel {...props} />
        </SnippetDeskContext>
      </KeyboardContext>
    </GuardContext>
  )
}
