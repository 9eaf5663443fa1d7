// The part of the worker in memory that hears the agent: news, flags, notes and confirmations.
import { withUnread } from '../../../lib/domain/news.ts'
import type { MessageName, MessageRequest, MessageResponse } from '../../../lib/messages/protocol.ts'
import { noNews } from '../../../lib/schema/news.ts'
import { counterfeit } from './playbook-fixture.ts'
import type { GalleryState } from './states.ts'

type Answers = { [N in MessageName]?: (request: MessageRequest<N>) => MessageResponse<N> }

export function answersOfNews(state: GalleryState, tell: () => void): Answers {
  let news = withUnread(structuredClone(state.news ?? noNews))
  const become = (next: typeof news) => {
    news = withUnread(next)
    tell()
    return news
  }
  return {
    'receipt.record': () => ({}),
    'news.get': () => news,
    'news.read': ({ keys }) => become({ ...news, read: [...news.read, ...keys] }),
    'note.reply': ({ id, text }) => {
      const waiting = { id: crypto.randomUUID(), at: Date.now(), text }
      return become({ ...news, notes: news.notes.map((one) => (one.note.content.id === id ? { ...one, waiting } : one)) })
    },
    'flag.make': ({ stepId, kind, word }) => {
      const { id, version, hash, document } = counterfeit
      const label = document.sections.flatMap(({ steps }) => steps).find((step) => step.id === stepId)?.label ?? ''
      const playbook = { id, version, hash, title: document.title }
      const content = { id: crypto.randomUUID(), playbook, stepId, label, kind, word, case: null, createdAt: Date.now() }
      return become({ ...news, flags: [{ id: content.id, content, local: 'held', sendAfter: Date.now() + 5000, record: null }, ...news.flags] })
    },
    'flag.undo': ({ id }) => {
      become({ ...news, flags: news.flags.filter((flag) => flag.id !== id) })
      return { undone: true }
    },
  }
}
