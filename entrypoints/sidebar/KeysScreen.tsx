// All keys of the panel.
import { type CommandKeys, keyList } from './keys.ts'
import styles from './panel.module.css'
import { SubScreen } from './SubScreen.tsx'
import type { SidebarStore } from './store.ts'

export function KeysScreen({ store, keys }: { store: SidebarStore; keys: CommandKeys }) {
  return (
    <SubScreen title="Keys" onBack={() => store.case.go('case')}>
      <table className={styles.keys}>
        <tbody>
          {keyList(keys).map((row) => (
            <tr key={row.does}>
              <th scope="row">
                <kbd>{row.keys}</kbd>
              </th>
              <td>{row.does}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </SubScreen>
  )
}
