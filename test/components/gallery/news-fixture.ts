// News of every kind for one agent, and own escalations in every standing.
import type { OwnEscalation } from '../../../lib/schema/escalation.ts'
import type { FlagAnswer, OwnFlag } from '../../../lib/schema/flag.ts'
import type { News } from '../../../lib/schema/news.ts'
import { now, own, record } from './case-fixture.ts'
import { counterfeit, lead } from './playbook-fixture.ts'

const hour = 3_600_000
const uuid = (n: number) => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const me = { id: '00000000-0000-7000-8000-0000000000bb', name: 'Mira Okafor' }

function flag(n: number, stepId: string | null, label: string, kind: 'unclear' | 'missing' | 'outdated', answer: Partial<FlagAnswer> | null): OwnFlag {
  const { id, version, hash, document } = counterfeit
  const playbook = { id, version, hash, title: document.title }
  const content = {
    id: uuid(0x700 + n),
    playbook,
    stepId,
    label,
    kind,
    word: n === 1 ? 'Which brand guide? There are two.' : '',
    case: null,
    createdAt: now - 30 * hour,
  }
  const answers: FlagAnswer[] = answer ? [{ id: uuid(0x780 + n), kind: 'looking', by: lead, at: now - n * hour, text: '', version: null, ...answer }] : []
  return {
    id: content.id,
    content,
    local: 'sent',
    sendAfter: 0,
    record: { content, by: me, receivedAt: now - 30 * hour, revision: 1 + answers.length, answers },
  }
}

export const newsFixture: News = {
  versions: [
    {
      playbookId: counterfeit.id,
      version: 4,
      title: counterfeit.document.title,
      note: 'Proof has a deadline now',
      by: lead,
      at: now - 2 * hour,
      since: 3,
      isOwed: true,
      isMet: false,
    },
    {
      playbookId: 'item-not-received',
      version: 8,
      title: 'Item not received',
      note: 'New carrier form',
      by: lead,
      at: now - 26 * hour,
      since: 7,
      isOwed: false,
      isMet: false,
    },
    {
      playbookId: 'harassment',
      version: 1,
      title: 'Harassment in a stream',
      note: 'First version',
      by: lead,
      at: now - 50 * hour,
      since: null,
      isOwed: false,
      isMet: true,
    },
  ],
  flags: [
    flag(1, 'compare', 'Compare the listing photos with the brand guide', 'unclear', {}),
    flag(3, null, '', 'missing', { kind: 'declined', text: 'The courier step stands in the hand-over playbook, on purpose.' }),
    flag(4, 'history', 'Check the seller for earlier reports', 'outdated', { kind: 'fixed', version: 4 }),
  ],
  notes: [
    {
      note: {
        content: {
          id: uuid(0x900),
          to: me,
          by: lead,
          about: { id: '00000000-0000-7000-8000-000000000001', number: 47, title: 'Sneakers from the Friday stream look fake' },
          text: 'Good call to hand this over. Next time take the stitching photo along: it is what the brand asks for first.',
          at: now - hour,
        },
        revision: 1,
        replies: [],
      },
      waiting: null,
    },
  ],
  read: [],
  unread: 0,
  waiting: { asked: 1, handed: 2 },
}

const local = (n: number, change: Parameters<typeof record>[0]): OwnEscalation =>
  own({ id: uuid(n), local: 'sent', record: record({ number: 40 + n, ...change }) })

export const manyOwn: OwnEscalation[] = [
  local(1, { status: 'asked', number: 47 }),
  local(2, { status: 'taken', thread: [] }),
  local(3, { status: 'ruled', ruling: { outcome: 'Remove listing', rationale: 'The letter settles it.', by: lead, at: now } }),
  local(4, { status: 'withdrawn' }),
  local(5, { status: 'delivered', thread: [], seenBy: null, takenBy: null, severity: 'S1' }),
  own({ id: uuid(6), local: 'queued' }),
  own({ id: uuid(7), local: 'refused', problem: 'The hub does not know this queue.' }),
]
