// Where an escalation stands, in the words of the lead who looks at it.
import type { Escalation } from '../../lib/schema/escalation.ts'

export interface Standing {
  words: string
  /** Amber: nobody has it, or the agent waits for the lead again. */
  waits: boolean
}

export function standingFor(row: Escalation, memberId: string): Standing {
  const holder = row.takenBy && (row.takenBy.id === memberId ? 'you' : row.takenBy.name)
  switch (row.status) {
    case 'delivered':
      return { words: 'Unseen', waits: true }
    case 'seen':
      return { words: row.thread.at(-1)?.kind === 'answer' ? 'Answered, nobody has it' : 'Seen, nobody has it', waits: true }
    case 'taken':
      return row.thread.at(-1)?.kind === 'answer' ? { words: `Answered, with ${holder}`, waits: true } : { words: `With ${holder}`, waits: false }
    case 'asked':
      return { words: `Asked, waits for ${row.by.name}`, waits: false }
    case 'ruled':
      return { words: `Ruled: ${row.ruling?.outcome ?? ''}`, waits: false }
    case 'withdrawn':
      return { words: 'Withdrawn', waits: false }
  }
}
