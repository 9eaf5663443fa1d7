// What stands where in the panel: what is scrolled, and what sticks to the bottom. The case stays as it was behind another screen.
import { Activity, useEffect } from 'react'
import { useStore } from 'zustand'
import { TextKeeperContext } from '../../components/escalation/text-keeper.ts'
import { late } from '../../components/ui/late.ts'
import { useFocusKeeper } from '../../components/ui/use-focus-keeper.ts'
import { CaseScreen } from './CaseScreen.tsx'
import { EscalateDock } from './EscalateDock.tsx'
import type { CommandKeys } from './keys.ts'
import { fetchLate } from './late.ts'
import { PanelFooter } from './PanelFooter.tsx'
import { PanelNotices } from './PanelNotices.tsx'
import styles from './panel.module.css'
import type { SidebarStore } from './store.ts'
import { usePanelKeys } from './use-panel-keys.ts'

const AboutScreen = late(() => import('./AboutScreen.tsx').then((module) => module.AboutScreen))
const CasesScreen = late(() => import('./CasesScreen.tsx').then((module) => module.CasesScreen))
const HandOverScreen = late(() => import('./HandOverScreen.tsx').then((module) => module.HandOverScreen))
const NewsScreen = late(() => import('./NewsScreen.tsx').then((module) => module.NewsScreen))
const OwnSnippetsScreen = late(() => import('./OwnSnippetsScreen.tsx').then((module) => module.OwnSnippetsScreen))
const KeysScreen = late(() => import('./KeysScreen.tsx').then((module) => module.KeysScreen))
const ReadingScreen = late(() => import('./ReadingScreen.tsx').then((module) => module.ReadingScreen))
const MineScreen = late(() => import('./MineScreen.tsx').then((module) => module.MineScreen))

export interface PanelProps {
  store: SidebarStore
  keys: CommandKeys
  version: string
}

export function Panel({ store, keys, version }: PanelProps) {
  const screen = useStore(store, (state) => state.screen)
  usePanelKeys(store)
  useFocusKeeper()
  useEffect(() => {
    const frame = requestAnimationFrame(fetchLate)
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <TextKeeperContext value={store.drafts}>
      <div className={styles.panel}>
        <Activity mode={screen === 'case' ? 'visible' : 'hidden'}>
          <main className={styles.scroll}>
            <CaseScreen store={store} keys={keys} />
          </main>
        </Activity>
        {screen !== 'case' && (
          <main className={styles.scroll} key={screen}>
            {screen === 'cases' && <CasesScreen store={store} />}
            {screen === 'handover' && <HandOverScreen store={store} />}
            {screen === 'mine' && <MineScreen store={store} />}
            {screen === 'news' && <NewsScreen store={store} />}
            {screen === 'own-snippets' && <OwnSnippetsScreen store={store} />}
            {screen === 'reading' && <ReadingScreen store={store} />}
            {screen === 'keys' && <KeysScreen store={store} keys={keys} />}
            {screen === 'about' && <AboutScreen store={store} version={version} />}
          </main>
        )}
        <PanelNotices store={store} />
        {screen === 'case' && <EscalateDock store={store} keys={keys} />}
        <PanelFooter store={store} />
      </div>
    </TextKeeperContext>
  )
}
