// The key of an action in an open menu.
import type { ActionId } from '../../lib/domain/key-actions.ts'
import { Keycap } from './Keycap.tsx'
import { useKeyOf } from './use-action.ts'

export function MenuKey({ action }: { action: ActionId }) {
  const key = useKeyOf(action)
  return key && <Keycap keys={key.words} />
}
