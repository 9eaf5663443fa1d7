// What a snippet on screen needs from around it, wherever it stands: who writes, what was answered before, and where a copy goes.
import { createContext } from 'react'
import type { Block } from '../../lib/schema/rich-text.ts'

/** A snippet of the team or of one's own. */
export interface AnySnippet {
  id: string
  title: string
  body: string
  tags?: string[]
  isOwn?: boolean
}

/** By the key of the question. */
export type Answers = Record<string, string>

/** What goes into the page. */
export interface Reply {
  snippetId: string
  isOwn: boolean
  text: string
  rich?: Block[]
  cursorFromEnd?: number
  /** For the team: it does not go where the customer reads. */
  isInternal?: boolean
}

export interface Use {
  inserted: number
  copied: number
  members: number
}

export interface SnippetDesk {
  /** Filled in where the case says nothing under these names. */
  agent: Record<string, string>
  /** Of this case, while the panel is open. */
  answersOf: (snippetId: string) => Answers
  /** Of this case, kept over a crash. */
  recall: (snippetId: string) => Promise<Answers>
  keep: (snippetId: string, answers: Answers) => void
  onCopy: (reply: Reply) => Promise<void>
  /** To the member's own snippets, with this text to begin with; an own one is changed there. */
  onKeep: (snippet: AnySnippet) => void
  /** Null where it is not for this member to see, or cannot be asked. */
  usageOf: (snippetId: string) => Promise<Use | null>
}

export const SnippetDeskContext = createContext<SnippetDesk>({
  agent: {},
  answersOf: () => ({}),
  recall: async () => ({}),
  keep: () => {},
  onCopy: async () => {},
  onKeep: () => {},
  usageOf: async () => null,
})
