// What the page script and the worker say to each other. The page script imports the types only; the worker parses.
import { limits, text } from './ids.ts'
import type { PickOrder } from './picker.ts'
import { z } from './z.ts'

/** How the rail sits on one site. Sizes in CSS pixels. */
export const RailSettings = z.object({
  mode: z.enum(['dock', 'float']),
  side: z.enum(['right', 'left']),
  width: z.int().check(z.gte(300), z.lte(640)),
  /** Launcher's distance from the bottom, in percent of the window's height. */
  offset: z.int().check(z.gte(2), z.lte(92)),
  snoozedUntil: z.number(),
})
export type RailSettings = z.infer<typeof RailSettings>

/** What to read: selectors and labels only, never trigger terms and never policy. */
export type PageRead =
  | { key: string; by: 'selector'; selector: string; attribute: string | null }
  | { key: string; by: 'label'; label: string; within: string | null }

export interface PagePlan {
  reads: PageRead[]
  textSelector: string | null
  rail: RailSettings
  matches: number
  /** Accessible name of the launcher and its key, in the user's language. */
  label: string
}

/** Raw strings, as a hostile page could say them. */
export const PageReport = z.object({
  values: z.record(text(120), z.nullable(text(5000))).check(z.refine((values) => Object.keys(values).length <= 1000)),
  text: text(limits.pageText),
  selection: text(limits.selection),
  /** True when `text` is only what was added since the last report. */
  added: z.boolean(),
})
export type PageReport = z.infer<typeof PageReport>

/** Page script to worker. */
export const pageRequests = {
  /** After load and after every change of URL. Null: nothing to do on this page. */
  'page.hello': z.object({}),
  /** Answers the number of matching playbooks. */
  'page.report': PageReport,
  /** A trusted click or key on the launcher: answers a one-time token for the frame, or null (the side panel opened instead). */
  'page.open': z.object({ framed: z.boolean() }),
  'page.rail': z.partial(RailSettings),
  /** The first sign that the rail will be used: run `/page-tools.js` in the asking frame, then answer. */
  'page.tools': z.object({}),
} as const
export interface PageReplies {
  'page.hello': PagePlan | null
  'page.report': { matches: number }
  'page.open': { token: string; url: string; origin: string } | null
  'page.rail': RailSettings
  'page.tools': Record<string, never>
}

/** `html`: the same, formatted, in a few tags of our own making. */
export interface Insertion {
  text: string
  /** Selectors of boxes that the customer reads, and of those that only the team does. */
  reply: string[]
  notes?: string[]
  /** For the team: it does not go where the customer reads. */
  isInternal?: boolean
  html?: string | null
  /** From the end of `text`; null leaves it behind the text. */
  cursorFromEnd?: number | null
}

/** Worker to page script (`tabs.sendMessage`, top frame). */
export type PageOrder =
  | { name: 'page.read' }
  | { name: 'page.toggle' }
  | { name: 'page.close' }
  | { name: 'page.stop' }
  | { name: 'page.plan'; plan: PagePlan }
  | ({ name: 'page.insert' } & Insertion)
  /** To the picker, which listens only while somebody points. */
  | { name: 'pick'; order: PickOrder }
export interface PageOrderReplies {
  'page.read': PageReport
  /** False where this page cannot show the rail. */
  'page.toggle': boolean
  'page.close': undefined
  'page.stop': undefined
  'page.plan': undefined
  pick: unknown
  /** `arrived` only when the text was read back from the editor. */
  'page.insert': { arrived: boolean; reason: string; field?: string; box?: 'reply' | 'note' }
}

/** `field`: what the page calls the box that took it, where it calls it anything. `box`: who reads it, where the profile says so. */
export const InsertReply = z.object({ arrived: z.boolean(), reason: text(300), field: z.optional(text(80)), box: z.optional(z.enum(['reply', 'note'])) })
