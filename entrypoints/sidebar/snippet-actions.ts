// Snippets in the panel: what was answered in their forms, where they go, what is told of their use, and the member's own ones.
import type { Answers, AnySnippet, Reply, Use } from '../../components/snippet/snippet-desk.ts'
import { copyText } from '../../components/ui/hand-out.ts'
import type { SearchHit } from '../../lib/domain/search.ts'
import type { OwnSnippet } from '../../lib/schema/own-snippet.ts'
import { valuesHere } from './case-values.ts'
import { ownDraftKey, readOwnDraft } from './own-draft.ts'
import { type Desk, type OwnDraft, sentenceOf } from './state.ts'

const usedDays = 30

export function createSnippetActions(desk: Desk, insertReply: (reply: Reply) => Promise<'reply' | 'clipboard' | 'nowhere'>) {
  const { client, drafts, get, set } = desk
  /** By member, case and snippet, as long as the panel is open. */
  const answered = new Map<string, Answers>()
  const caseKey = () => get().view?.context.key ?? ''
  const placeOf = (snippetId: string) => `snippet:${snippetId}:${caseKey()}`
  const ownPlaceOf = (snippetId: string) => `${get().session?.member?.id} ${placeOf(snippetId)}`
  let missedLast = ''

  /** Counting is a courtesy to the lead; the text is in the reply. */
  function noteUse({ snippetId, isOwn }: Reply, how: 'inserted' | 'copied') {
    drafts.keep(placeOf(snippetId), '')
    if (caseKey() !== '') client.send('snippet.used', { id: snippetId, how, isOwn, caseKey: caseKey() }).catch(() => {})
  }

  async function insert(reply: Reply): Promise<boolean> {
    const at = await insertReply(reply)
    if (at !== 'nowhere') noteUse(reply, at === 'reply' ? 'inserted' : 'copied')
    return at !== 'nowhere'
  }

  async function attempt<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work()
    } catch (cause) {
      set({ notice: { text: sentenceOf(cause), tone: 'amber' } })
      return null
    }
  }

  function open(snippetId: string) {
    set({ snippetId, screen: 'case', insert: null })
  }

  return {
    insert,
    open,
    back: () => set({ snippetId: null, insert: null }),
    /** What needs no answer goes in at once; the rest opens. */
    async insertHit({ id }: SearchHit) {
      const { library, own, view } = get()
      const snippet: AnySnippet | undefined = own.find((one) => one.id === id) ? ownOf(own, id) : library?.snippets.find((one) => one.id === id)
      if (!snippet || !view) return
      const { replyAtOnce } = await import('../../components/snippet/reply.ts')
      const reply = replyAtOnce(snippet, { ...agentOf(get().session?.member?.name), ...valuesHere(get()) })
      if (reply) await insert(await reply)
      else open(id)
    },
    answersOf: (snippetId: string): Answers => answered.get(ownPlaceOf(snippetId)) ?? {},
    async recall(snippetId: string): Promise<Answers> {
      const place = ownPlaceOf(snippetId)
      return { ...readAnswers(await drafts.load(placeOf(snippetId))), ...answered.get(place) }
    },
    keep(snippetId: string, answers: Answers) {
      answered.set(ownPlaceOf(snippetId), answers)
      drafts.keep(placeOf(snippetId), JSON.stringify(answers))
    },
    async copy(reply: Reply) {
      const isCopied = await copyText(reply.text)
      if (isCopied) noteUse(reply, 'copied')
      set({
        notice: isCopied
          ? { text: 'The text is on the clipboard.', tone: 'plain' }
          : { text: 'The browser refused the clipboard. Insert the text, or select it in the preview.', tone: 'amber' },
      })
    },
    async usageOf(snippetId: string): Promise<Use | null> {
      const role = get().session?.member?.role
      if (role !== 'lead' && role !== 'admin') return null
      const usage = await client.send('usage.get', { days: usedDays }).catch(() => null)
      return usage && (usage.snippets.find(({ id }) => id === snippetId) ?? { inserted: 0, copied: 0, members: 0 })
    },
    /** A search that found nothing was left; looking at the page and back is the same search. */
    missed(text: string) {
      const search = `${caseKey()} ${text}`
      if (search === missedLast) return
      missedLast = search
      if (caseKey() !== '') client.send('search.missed', { text: text.slice(0, 200), caseKey: caseKey() }).catch(() => {})
    },

    /** To the screen of own snippets, with something to begin with. */
    edit: (ownDraft: OwnDraft | null) => set({ screen: 'own-snippets', ownDraft }),
    /** One is written at a time: a half-written one comes up instead of being written over. */
    async keepAsOwn({ id, title, body, isOwn }: AnySnippet) {
      const half = get().ownDraft ?? readOwnDraft(await drafts.load(ownDraftKey))
      const isOther = half !== null && half.title + half.body !== '' && !(isOwn && half.id === id)
      if (!isOther) return set({ screen: 'own-snippets', ownDraft: isOwn && half ? half : { title, body, ...(isOwn ? { id } : {}) } })
      const text = `You were still writing this one. Save or cancel it, then ${isOwn ? 'edit' : 'save'} “${title}”.`
      set({ screen: 'own-snippets', ownDraft: half, notice: { text, tone: 'amber' } })
    },
    save: (draft: OwnDraft) => attempt(() => client.send('own-snippet.save', draft)),
    remove: (id: string) => attempt(() => client.send('own-snippet.remove', { id })),
  }
}

export const ownOf = (own: OwnSnippet[], id: string): AnySnippet | undefined => {
  const found = own.find((one) => one.id === id)
  return found && { ...found, isOwn: true }
}

/** `{{agent.name}}`, `{{agent.first-name}}`. */
export function agentOf(name: string | undefined): Record<string, string> {
  return name ? { 'agent.name': name, 'agent.first-name': name.trim().split(/\s+/)[0]! } : {}
}

function readAnswers(kept: string): Answers {
  try {
    const read: unknown = JSON.parse(kept || '{}')
    if (typeof read !== 'object' || read === null) return {}
    return Object.fromEntries(Object.entries(read).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  } catch {
    return {}
  }
}
