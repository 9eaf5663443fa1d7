// A button with consequences: Escalate, Undo, Insert, Withdraw, the answer to a question. Its key is held to the same as a click.
import type { ComponentProps } from 'react'
import { Button } from './Button.tsx'
import { useGuardedClick } from './use-guarded-click.ts'

interface Props extends Omit<ComponentProps<typeof Button>, 'onClick' | 'onKey' | 'ref'> {
  onAct: () => void
}

export function GuardedButton({ onAct, ...rest }: Props) {
  const guarded = useGuardedClick<HTMLButtonElement>(onAct)
  return <Button {...rest} ref={guarded.ref} onClick={(event) => guarded.onGesture(event.nativeEvent)} onKey={guarded.onGesture} />
}
