// All keys of the panel, each with the way to another one; and those of the browser, with the way to where it keeps them.
import { useStore } from 'zustand'
import { CommandList } from '../../components/keys/CommandList.tsx'
import { KeyList } from '../../components/keys/KeyList.tsx'
import { noKeyChoices } from '../../lib/schema/settings.ts'
import type { CommandKeys } from './keys.ts'
import { SubScreen } from './SubScreen.tsx'
import type { SidebarStore } from './store.ts'

const commands = [
  ['open', 'Open the panel with this page read'],
  ['toggle', 'Show or hide the rail in the page'],
  ['escalate', 'Escalate this page at once'],
  ['screenshot', 'Take the picture that a step waits for'],
] as const

export function KeysScreen({ store, keys }: { store: SidebarStore; keys: CommandKeys }) {
  const choices = useStore(store, ({ settings }) => settings?.keys ?? noKeyChoices)
  return (
    <SubScreen title="Keys" onBack={() => store.case.go('case')}>
      <CommandList commands={commands.map(([name, words]) => ({ keys: keys[name], words }))} onOpen={store.device.openShortcuts} />
      <KeyList choices={choices} onChange={(changed) => void store.device.setSettings({ keys: changed })} />
    </SubScreen>
  )
}
