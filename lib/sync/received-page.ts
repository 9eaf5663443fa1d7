// A page of the feed as a hub sends it that may be newer than this device: events of kinds that this version does not know are passed
// over, so that the feed goes on. What is wrong in any other way is refused as a whole.
import { FeedEvent, FeedPage } from '../schema/feed.ts'

export interface ReceivedPage extends FeedPage {
  /** Kinds of events that were in it and are not any more. */
  passedOver: string[]
}

const kinds: readonly string[] = FeedEvent.def.options.flatMap((option) => option.shape.type.def.values)

/** Throws on what is no page. */
export function readPage(said: unknown): ReceivedPage {
  const passedOver = new Set<string>()
  const isReadable = (event: { type?: unknown } | null) => {
    const kind = event?.type
    if (typeof kind !== 'string' || isKnown(kind)) return true
    passedOver.add(kind.slice(0, 80))
    return false
  }
  const page = said as { events?: unknown } | null
  const readable = Array.isArray(page?.events) ? { ...page, events: page.events.filter(isReadable) } : said
  return { ...FeedPage.parse(readable), passedOver: [...passedOver] }
}

export const isKnown = (kind: string): boolean => kinds.includes(kind)
