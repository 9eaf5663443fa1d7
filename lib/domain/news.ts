// What is new for one member, as one list: versions to know, coaching notes, and what became of own flags. Decides what counts as unread.
import type { ReceivedNote } from '../schema/coaching.ts'
import type { OwnFlag } from '../schema/flag.ts'
import type { News, NewsKey, VersionNews } from '../schema/news.ts'
import { lastAnswer } from './flag.ts'
import { versionKey } from './version-news.ts'

export type NewsItem = { key: NewsKey; at: number; isUnread: boolean } & (
  | { kind: 'version'; version: VersionNews }
  | { kind: 'note'; received: ReceivedNote }
  | { kind: 'flag'; flag: OwnFlag }
)

/** To be confirmed first, then the newest. */
export function newsItems({ versions, flags, notes, read }: Omit<News, 'unread'>): NewsItem[] {
  const put = new Set(read)
  const items: NewsItem[] = [
    ...versions.map((version) => {
      const key = versionKey(version.playbookId, version.version)
      return { kind: 'version' as const, key, at: version.at, isUnread: version.isOwed || !(version.isMet || put.has(key)), version }
    }),
    ...notes.map((received) => {
      const { content, replies } = received.note
      const isUnread = replies.length === 0 && received.waiting === null
      return { kind: 'note' as const, key: `note:${content.id}`, at: content.at, isUnread, received }
    }),
    ...flags.map((flag) => {
      const answer = flag.record && lastAnswer(flag.record)
      const key = `flag:${flag.id}:${answer?.id ?? ''}`
      return { kind: 'flag' as const, key, at: answer?.at ?? flag.content.createdAt, isUnread: answer !== null && !put.has(key), flag }
    }),
  ]
  const isOwed = (item: NewsItem) => item.kind === 'version' && item.version.isOwed
  return items.sort((a, b) => Number(isOwed(b)) - Number(isOwed(a)) || b.at - a.at)
}

export const withUnread = (news: Omit<News, 'unread'>): News => ({ ...news, unread: newsItems(news).filter(({ isUnread }) => isUnread).length })
