// The part of the console's worker in memory that a lead hears agents by: readings, flags and notes.
import { answerFlag } from '../../lib/domain/flag.ts'
import type { MessageName, MessageRequest, MessageResponse } from '../../lib/messages/protocol.ts'
import type { CoachingNote } from '../../lib/schema/coaching.ts'
import type { MemberRef } from '../../lib/schema/member.ts'
import type { MemoryState } from './memory-worker.ts'

type Answers = { [N in MessageName]?: (request: MessageRequest<N>) => MessageResponse<N> }

export function heardAnswers(state: MemoryState, by: () => MemberRef, now: () => number, tell: () => void): Answers {
  return {
    'playbook.readings': () => state.readings,
    'flag.list': () => state.flags,
    'flag.answer': ({ id, kind, text, version }) => {
      const at = state.flags.findIndex(({ content }) => content.id === id)
      const answer = { id: crypto.randomUUID(), kind, text, version, by: by(), at: now() }
      state.flags = state.flags.with(at, answerFlag(state.flags[at]!, answer))
      tell()
      return state.flags[at]!
    },
    'note.list': () => state.notes,
    'note.write': ({ memberId, escalationId, text }) => {
      const to = state.team.members.find(({ id }) => id === memberId)!
      const row = state.inbox.find(({ content }) => content.id === escalationId)
      const about = row ? { id: row.content.id, number: row.number, title: row.content.case.title } : null
      const content = { id: crypto.randomUUID(), to: { id: to.id, name: to.name }, by: by(), about, text, at: now() }
      const note: CoachingNote = { content, revision: 1, replies: [] }
      state.notes = [note, ...state.notes]
      tell()
      return note
    },
  }
}
