// The panel: what is scrolled, what sticks to the bottom, and the keys that work everywhere in it.
import { lazy, Suspense, useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { GuardContext } from '../../components/ui/guard.ts'
import { CaseScreen } from './CaseScreen.tsx'
import { EscalateDock } from './EscalateDock.tsx'
import type { CommandKeys } from './keys.ts'
import { PanelFooter } from './PanelFooter.tsx'
import { PanelNotices } from './PanelNotices.tsx'
import styles from './panel.module.css'
import type { SidebarStore } from './store.ts'
import { useGlobalKeys } from './use-global-keys.ts'

const AboutScreen = lazy(() => import('./AboutScreen.tsx').then((module) => ({ default: module.AboutScreen })))
const KeysScreen = lazy(() => import('./KeysScreen.tsx').then((module) => ({ default: module.KeysScreen })))
const MineScreen = lazy(() => import('./MineScreen.tsx').then((module) => ({ default: module.MineScreen })))
const NewsScreen = lazy(() => import('./NewsScreen.tsx').then((module) => ({ default: module.NewsScreen })))

interface Props {
  store: SidebarStore
  keys: CommandKeys
  version: string
}

export function App({ store, keys, version }: Props) {
  const screen = useStore(store, (state) => state.screen)
  const surface = useStore(store, (state) => state.surface)
  const theme = useStore(store, (state) => state.settings?.theme ?? 'system')
  const guard = useMemo(() => ({ isOn: surface === 'frame', onRefused: store.device.refuse }), [surface, store])
  useGlobalKeys(store)

  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])

  return (
    <GuardContext value={guard}>
      <div className={styles.panel}>
        <main className={styles.scroll} key={screen}>
          {screen === 'case' && <CaseScreen store={store} keys={keys} />}
          <Suspense fallback={null}>
            {screen === 'mine' && <MineScreen store={store} />}
            {screen === 'news' && <NewsScreen store={store} />}
            {screen === 'keys' && <KeysScreen store={store} keys={keys} />}
            {screen === 'about' && <AboutScreen store={store} version={version} />}
          </Suspense>
        </main>
        <PanelNotices store={store} />
        {screen === 'case' && <EscalateDock store={store} keys={keys} />}
        <PanelFooter store={store} />
      </div>
    </GuardContext>
  )
}
