// What a lead hears of agents: who has read the counterfeit playbook, two flags on it, and notes to one agent.
import { receiveFlag } from '../../lib/domain/flag.ts'
import type { FlagContent } from '../../lib/schema/flag.ts'
import type { Member } from '../../lib/schema/member.ts'
import type { PlaybookVersion } from '../../lib/schema/playbook.ts'
import { agent, fixtureNow, lead, secondAgent } from './desk-fixture.ts'
import type { MemoryState } from './memory-worker.ts'

const hour = 3_600_000
const ref = ({ id, name }: Member) => ({ id, name })
const uuid = (n: number) => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

export function heardState({ playbooks, inbox }: MemoryState): Partial<MemoryState> {
  const versions = playbooks.get('counterfeit-listing')!
  const newest = versions.at(-1)!
  const { id, version, hash, document } = versions.at(-2) ?? newest
  const flagged = (n: number, change: Partial<FlagContent>): FlagContent => ({
    id: uuid(n),
    playbook: { id, version, hash, title: document.title },
    ...{ stepId: null, label: '', kind: 'missing', word: '' },
    case: { key: 'demo-desk:1042', title: 'Sneakers from the Friday stream look fake', url: 'https://desk.example.com/tickets/1042' },
    createdAt: fixtureNow - n * hour,
    ...change,
  })
  const step = { stepId: 'compare', label: 'Compare the listing photos with the brand guide', kind: 'unclear', word: 'Which guide? There are two.' } as const
  const asked: PlaybookVersion = { ...newest, confirmFrom: newest.version }
  const ruled = inbox.find(({ status }) => status === 'ruled') ?? inbox[0]!
  const about = { id: ruled.content.id, number: ruled.number, title: ruled.content.case.title }
  const note = (n: number, text: string, escalation: typeof about | null) => ({
    id: uuid(n),
    to: ref(agent),
    by: ref(lead),
    about: escalation,
    text,
    at: fixtureNow - n * hour,
  })
  return {
    playbooks: new Map(playbooks).set('counterfeit-listing', [...versions.slice(0, -1), asked]),
    readings: [
      { member: ref(agent), seen: newest.version, confirmed: newest.version },
      { member: ref(secondAgent), seen: version, confirmed: null },
    ],
    flags: [receiveFlag(flagged(2, step), ref(agent), fixtureNow - 2 * hour), receiveFlag(flagged(5, {}), ref(secondAgent), fixtureNow - 5 * hour)],
    notes: [
      { content: note(1, 'Next time take the delivery photo along: the carrier asks for it first.', about), revision: 1, replies: [] },
      {
        content: note(30, 'Your notes are the shortest that still say everything.', null),
        revision: 2,
        replies: [{ id: uuid(40), at: fixtureNow - 20 * hour, text: 'Thank you, that helps' }],
      },
    ],
  }
}
