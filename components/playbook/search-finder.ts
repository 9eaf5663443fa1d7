// What the search box is given to search with.
import type { SearchHit } from '../../lib/domain/search.ts'
import type { ItemKey } from '../../lib/schema/habits.ts'

export interface Finder {
  find: (query: string, limit: number) => SearchHit[]
  /** Pinned and recent items, before anything is typed. */
  atHand: SearchHit[]
  pinned: ItemKey[]
}

export const keyOf = ({ kind, id }: SearchHit): ItemKey => `${kind}:${id}`
