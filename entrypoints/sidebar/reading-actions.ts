// What the screen of how a page is read asks the worker: to point, to read this page and the other open ones, to publish. What pages say is parsed here.
import { findPage, planReads, readCase, readOf } from '../../lib/domain/site.ts'
import type { Client } from '../../lib/messages/client.ts'
import type { PageRead } from '../../lib/schema/page.ts'
import { type Candidate, type PickKind, type PickOrder, PointAnswer, ReadAnswer, TabAnswer } from '../../lib/schema/picker.ts'
import type { SiteDraft, SitePage, SiteProfile } from '../../lib/schema/site.ts'
import { z } from '../../lib/schema/z.ts'

/** One open page of the same site and kind, as the draft reads it. */
export interface PageSeen {
  url: string
  title: string
  /** "#1043" where the draft reads an id, else the title. */
  name: string
  caseId: string | null
  fields: Record<string, string>
  values: ReadAnswer['values']
  areas: ReadAnswer['areas']
}

export interface Profiled {
  id: string
  site: SiteDraft
  page: SitePage
}

const profileOf = ({ id, site }: Profiled): SiteProfile => ({ ...site, id, version: 1, hash: '', publishedAt: 0 })

/** Selectors of what is an area and no value, in the order in which `PageSeen.areas` answers. */
export const areasOf = ({ text, reply, notes = [] }: SitePage): string[] => [...(text === undefined ? [] : [text]), ...reply, ...notes]

export function createReadingActions(client: Client, tabId: () => number | null) {
  async function ask(order: PickOrder, everywhere = false): Promise<TabAnswer[]> {
    const id = tabId()
    return id === null ? [] : z.array(TabAnswer).parse(await client.send('site.point', { tabId: id, everywhere, order }))
  }

  /** This page first, then the other open cases of its kind, each case once. Reads what the draft reads, and `more`. */
  async function look(profiled: Profiled, ownUrl: string, more: PageRead[] = [], areas = areasOf(profiled.page)): Promise<PageSeen[]> {
    const profile = profileOf(profiled)
    const seen = (await ask({ name: 'read', reads: [...planReads(profiled.page), ...more], areas }, true)).flatMap(({ url, title, said }): PageSeen[] => {
      const read = ReadAnswer.safeParse(said)
      // What went elsewhere meanwhile, or says so, is of no use.
      if (!read.success || read.data.url !== url || findPage([profile], url)?.page !== profiled.page) return []
      const report = { values: read.data.values, text: '', selection: '', added: false }
      const { caseId, fields } = readCase({ profile, page: profiled.page, url, title, report, at: 0 })
      const byName = Object.fromEntries(fields.map(({ name, value }) => [name, value]))
      return [{ title, name: caseId === null ? title.slice(0, 60) : `#${caseId}`, caseId, fields: byName, ...read.data }]
    })
    const own = seen.find(({ url }) => url === ownUrl)
    const others = seen.filter(({ url, name }, index) => url !== ownUrl && name !== own?.name && seen.findIndex((one) => one.name === name) === index)
    return own ? [own, ...others.slice(0, 5)] : []
  }

  /** One question of a pointing; it says that it still points when nobody has clicked for a while. Null where nobody answers. */
  async function point(turn: string, kind: PickKind, words: string): Promise<PointAnswer | null> {
    const [answer] = await ask({ name: 'point', turn, kind, words })
    const read = PointAnswer.safeParse(answer?.said)
    return read.success ? read.data : null
  }

  async function key(pressed: string): Promise<PointAnswer | null> {
    const [answer] = await ask({ name: 'key', key: pressed })
    const read = PointAnswer.safeParse(answer?.said)
    return read.success ? read.data : null
  }

  return {
    /** Of the page on screen, as the browser says it. */
    address: async () => (await ask({ name: 'read', reads: [], areas: [] }))[0]?.url ?? null,
    look,
    point,
    key,
    stop: () => ask({ name: 'stop' }).catch(() => []),
    profiles: async () => (await client.send('site.profiles', {})).sites,
    publish: (id: string, draft: SiteDraft, base: number | null) => client.send('site.publish', { id, draft, base }),
  }
}

export type ReadingActions = ReturnType<typeof createReadingActions>

/** The same places, to be tried in other pages. */
export const readsOf = (candidates: Candidate[]): PageRead[] =>
  candidates.map(({ source }, index) => readOf(String(index), source)).filter((read) => read !== null)
