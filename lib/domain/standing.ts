// Where an escalation stands, in one word to style by and one sentence to read. Saved / queued / delivered / seen / ruled, in words.
import type { Escalation, OwnEscalation } from '../schema/escalation.ts'
import type { SessionView } from '../schema/views.ts'

export type StandingWord = 'held' | 'queued' | 'delivered' | 'seen' | 'taken' | 'asked' | 'ruled' | 'refused' | 'withdrawn' | 'undone'
export interface Standing {
  word: StandingWord
  sentence: string
}

/** Whether what is saved leaves by itself now: who is signed in, and whether the hub can be reached. */
export type Way = SessionView['state'] | 'unreachable'

/** What must happen first where nothing leaves by itself. */
export const waitsFor: Record<Exclude<Way, 'active'>, string> = {
  none: 'It goes out once you have joined a team.',
  left: 'You are signed out; it goes out when you sign in again.',
  unreachable: 'The hub cannot be reached; it goes out by itself.',
  revoked: 'The team signed this device out; it goes out once you have joined again.',
}

/** As its author reads it on the device that made it, signed in there or not. `now` in milliseconds. */
export function standingOf(own: OwnEscalation, now: number, way: Way = 'active'): Standing {
  const condition = way === 'active' ? null : waitsFor[way]
  switch (own.local) {
    case 'undone':
      return { word: 'undone', sentence: 'Undone before it was sent.' }
    case 'refused':
      return { word: 'refused', sentence: `Saved on this device. ${own.problem ?? 'The hub refused it; show it to your lead.'}` }
    case 'held': {
      const seconds = Math.max(0, Math.ceil((own.sendAfter - now) / 1000))
      return seconds > 0
        ? { word: 'held', sentence: `Saved on this device. ${condition ?? `Sends in ${seconds} s.`}` }
        : { word: 'queued', sentence: `Saved on this device. ${condition ?? 'Sending.'}` }
    }
    case 'queued':
      return { word: 'queued', sentence: `Saved on this device. ${condition ?? own.problem ?? 'Waiting for the hub; it will go out by itself.'}` }
    case 'sent':
      return own.record ? standingOfRecord(own.record) : { word: 'delivered', sentence: 'Delivered to the hub. Nobody has opened it yet.' }
  }
}

/** As anybody with the hub's record reads it. */
export function standingOfRecord(record: Escalation): Standing {
  const taker = record.takenBy?.name
  switch (record.status) {
    case 'delivered':
      return { word: 'delivered', sentence: 'Delivered to the hub. Nobody has opened it yet.' }
    case 'seen':
      return { word: 'seen', sentence: `Seen by ${record.seenBy?.name ?? 'a lead'}.` }
    case 'taken':
      return { word: 'taken', sentence: `Taken by ${taker ?? 'a lead'}.` }
    case 'asked': {
      const question = record.thread.findLast(({ kind }) => kind === 'question')
      return { word: 'asked', sentence: `${question?.by.name ?? taker ?? 'A lead'} asked a question.` }
    }
    case 'ruled':
      return { word: 'ruled', sentence: `Ruled by ${record.ruling?.by.name ?? 'a lead'}: ${record.ruling?.outcome ?? ''}` }
    case 'withdrawn':
      return { word: 'withdrawn', sentence: `Withdrawn by ${record.by.name}.` }
  }
}
