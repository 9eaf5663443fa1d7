// Where a text that is being typed is kept until it is sent.
import { createContext } from 'react'

export interface TextKeeper {
  /** The kept text, or the empty one. */
  load(key: string): Promise<string>
  /** The empty text forgets it. */
  keep(key: string, text: string): void
}

/** For fields deep in a run; without a panel around them nothing outlives the field. */
export const TextKeeperContext = createContext<TextKeeper>({ load: async () => '', keep: () => {} })
