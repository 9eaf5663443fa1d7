// The desk's memory: cases and what was answered since it started. Nothing outlives the process.
import { type DeskCase, type Line, startingCases } from './cases.ts'

export interface Said extends Omit<Line, 'ageMin'> {
  at: number
}
export interface Ticket extends Omit<DeskCase, 'lines' | 'ageMin'> {
  openedAt: number
  said: Said[]
  notes: Said[]
}

const minuteMs = 60_000

export interface Tickets {
  all(): Ticket[]
  get(id: number): Ticket | null
  reply(id: number, text: string): Ticket | null
  note(id: number, text: string): Ticket | null
}

export function createTickets(now: () => number): Tickets {
  const startedAt = now()
  const tickets = startingCases.map(
    ({ lines, ageMin, ...rest }): Ticket => ({
      ...rest,
      openedAt: startedAt - ageMin * minuteMs,
      said: lines.map(({ ageMin: age, ...line }) => ({ ...line, at: startedAt - age * minuteMs })),
      notes: [],
    }),
  )
  const get = (id: number) => tickets.find((ticket) => ticket.id === id) ?? null
  const add = (id: number, text: string, place: 'said' | 'notes') => {
    const ticket = get(id)
    if (!ticket || !text.trim()) return ticket
    ticket[place].push({ by: 'You (Lumo)', voice: 'agent', at: now(), text: text.trim() })
    if (place === 'said') ticket.status = 'Waiting'
    return ticket
  }
  return { all: () => tickets, get, reply: (id, text) => add(id, text, 'said'), note: (id, text) => add(id, text, 'notes') }
}
