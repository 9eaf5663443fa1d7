// Where the keys stand in the list. Moving the cursor opens nothing, so that nobody is told "seen" by a key press in passing.
import { useState } from 'react'
import type { Escalation } from '../../lib/schema/escalation.ts'

export function useInboxCursor(rows: readonly Escalation[], reading: string | null) {
  const [state, setState] = useState({ id: reading, reading, focusRequest: 0 })
  if (state.reading !== reading) setState({ ...state, id: reading ?? state.id, reading })

  const move = (by: 1 | -1) => {
    const at = rows.findIndex(({ content }) => content.id === state.id)
    const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]
    if (next) setState((before) => ({ ...before, id: next.content.id, focusRequest: before.focusRequest + 1 }))
  }
  return {
    cursor: state.id,
    focusRequest: state.focusRequest,
    set: (id: string) => setState((before) => (before.id === id ? before : { ...before, id })),
    next: () => move(1),
    previous: () => move(-1),
    /** Back to the row, for example from a text field. */
    focus: () => setState((before) => ({ ...before, focusRequest: before.focusRequest + 1 })),
  }
}
