// The team's triggers made ready for pages, once for each change of the library. A cache: lost with the worker, made again for the next page.
import type { Database } from '../../lib/db/database.ts'
import { listPlaybooks } from '../../lib/db/library.ts'
import { createMatcher, type Matcher } from '../../lib/domain/match.ts'

export interface Matching {
  /** For the library as it stands. */
  matcher(): Promise<Matcher>
  /** The library moved. Who is waiting gets what there was, and hears of the change as everybody does. */
  forget(): void
}

export function createMatching(database: Database): Matching {
  let ready: Promise<Matcher> | null = null
  return {
    matcher() {
      if (ready) return ready
      const attempt = database.use(listPlaybooks).then(createMatcher)
      ready = attempt
      attempt.catch(() => {
        if (ready === attempt) ready = null
      })
      return attempt
    },
    forget() {
      ready = null
    },
  }
}
