// The one typed protocol between the page script, the panels and the worker: name -> who may send, request, response.
// A failure crosses as `{ ok: false, error: Failure }`. Senders are derived from the browser's `sender`, never from the body.
import { MyCases } from '../schema/cases.ts'
import { CoachingNote } from '../schema/coaching.ts'
import { Usage } from '../schema/counts.ts'
import { Escalation, OwnEscalation } from '../schema/escalation.ts'
import { Flag, FlagAnswerKind, FlagKind } from '../schema/flag.ts'
import { HabitChange, Habits } from '../schema/habits.ts'
import { DeviceHandover } from '../schema/handover.ts'
import { CaseKey, Instant, limits, name, Sha256, Slug, text, Uuid } from '../schema/ids.ts'
import { Invite, Member, Role } from '../schema/member.ts'
import { News, NewsKey } from '../schema/news.ts'
import { OwnSnippet } from '../schema/own-snippet.ts'
import { pageRequests, RailSettings } from '../schema/page.ts'
import { PlaybookVersion, Severity, StepId } from '../schema/playbook.ts'
import { ImageType, Proof, TypedProof } from '../schema/proof.ts'
import { Reading, ReceiptKind } from '../schema/receipt.ts'
import { Block } from '../schema/rich-text.ts'
import { Rollout } from '../schema/rollout.ts'
import { RunEnding, StepChange } from '../schema/run.ts'
import { Settings, SiteState } from '../schema/settings.ts'
import { SiteDraft, SiteProfile } from '../schema/site.ts'
import { CaseView, InsertResult, Library, RunView, SessionView, SitesView, StatusView, TeamView, Undone } from '../schema/views.ts'
import { z } from '../schema/z.ts'

/** `page`: our script in a web page. The others are our own pages; a framed sidebar counts only once it is admitted. */
export type SenderClass = 'page' | 'sidebar' | 'console' | 'welcome'

function message<const F extends readonly SenderClass[], Q extends z.ZodMiniType, S extends z.ZodMiniType>(from: F, request: Q, response: S) {
  return { from, request, response }
}

const page = ['page'] as const
const sidebar = ['sidebar'] as const
const console = ['console'] as const
const panels = ['sidebar', 'console', 'welcome'] as const
const desks = ['sidebar', 'console'] as const
const none = z.object({})
const tabId = z.nullable(z.int())
const revision = z.int()
/** Idempotency key of a command. The client fills it in, so that a retry after the worker died is the same command. */
const commandId = z.optional(Uuid)

export const protocol = {
  /** After load and every change of URL: what to read here, or null. */
  'page.hello': message(page, pageRequests['page.hello'], z.any()),
  /** Raw values and text; answers a count only. */
  'page.report': message(page, pageRequests['page.report'], z.object({ matches: z.int() })),
  /** A trusted click on the launcher: a one-time token for the frame. */
  'page.open': message(page, pageRequests['page.open'], z.any()),
  'page.rail': message(page, pageRequests['page.rail'], RailSettings),
  /** Brings `/page-tools.js` (frame, menu, inserter) into the frame that asks, by `scripting.executeScript`; answers when it ran. */
  'page.tools': message(page, pageRequests['page.tools'], none),

  /** First word of a framed sidebar; before it every other message is refused. */
  'frame.admit': message(sidebar, z.object({ token: name(64) }), z.object({ tabId: z.int() })),
  /** Close, resize or snooze the rail around the frame that asks (or the one in `tabId`). */
  'rail.close': message(sidebar, z.object({ tabId }), none),
  'rail.set': message(sidebar, z.object({ tabId, rail: z.partial(RailSettings) }), RailSettings),
  /** Open another surface for the same case. */
  'surface.open': message(panels, z.object({ surface: z.enum(['panel', 'tab', 'console', 'welcome']), tabId, path: text(300) }), none),

  /** What is on screen in this tab. Frames need not name the tab. Re-reads the page. */
  'case.get': message(sidebar, z.object({ tabId }), CaseView),
  /** Of this member: what was handed to them, what is at work, what was closed lately. */
  'case.list': message(sidebar, none, MyCases),
  /** Brings the tab that shows this case to the front, or opens its link in a new one. Answers that tab. */
  'case.open': message(sidebar, z.object({ key: CaseKey }), z.object({ tabId: z.int() })),
  /** Saved on this device with the outbox row, and its runs closed here, in one transaction. */
  'handover.create': message(sidebar, z.object({ caseKey: CaseKey, to: Uuid, note: text(limits.note), commandId }), DeviceHandover),
  /** Within the undo seconds, or once the hub refused it: the runs are open again. */
  'handover.undo': message(sidebar, z.object({ id: Uuid }), z.object({ undone: z.boolean(), handover: DeviceHandover })),
  /** Asks the hub, which knows who was first; then the runs are this member's, on this device. */
  'handover.take': message(sidebar, z.object({ id: Uuid, commandId }), DeviceHandover),
  /** Returned untaken, or taken back by its sender. */
  'handover.return': message(sidebar, z.object({ id: Uuid, word: text(limits.reason), commandId }), DeviceHandover),
  /** Hand-overs of one case as a lead reads them: without runs. */
  'handover.list': message(console, z.object({ caseKey: CaseKey }), z.array(DeviceHandover)),
  /** The team as last heard, for choosing a colleague: without this member. */
  'member.list': message(sidebar, none, z.array(Member)),
  'library.list': message(desks, none, Library),
  'playbook.get': message(desks, z.object({ id: Slug, version: z.nullable(z.int()) }), PlaybookVersion),
  'receipt.record': message(sidebar, z.object({ playbookId: Slug, version: z.int(), kind: ReceiptKind }), none),

  /** Starts or resumes the one run of this playbook on this case. */
  'run.start': message(sidebar, z.object({ caseKey: CaseKey, playbookId: Slug }), RunView),
  'run.set': message(sidebar, z.object({ runId: Uuid, change: StepChange }), RunView),
  /** `reason`: why it is closed with required steps open; needed then. */
  'run.close': message(sidebar, z.object({ runId: Uuid, reason: z.optional(text(limits.reason)) }), RunView),
  /** Takes this change back if it is the last one; otherwise nothing happens. */
  'run.undo': message(sidebar, z.object({ runId: Uuid, stepId: StepId, at: Instant }), RunView),
  'run.reopen': message(sidebar, z.object({ runId: Uuid }), RunView),
  /** To the version that the team works with now; `version` is the one that the agent has compared, and is refused when it is not the newest. */
  'run.move': message(sidebar, z.object({ runId: Uuid, version: z.int() }), RunView),
  /** Takes the agent's move back, as long as nothing was done since. */
  'run.stay': message(sidebar, z.object({ runId: Uuid }), RunView),
  /** The notice of the last move was read: it is not shown again. */
  'run.seen': message(sidebar, z.object({ runId: Uuid }), RunView),

  /**
   * `rich` is the same as formatted text, for editors that take it; `cursorFromEnd` is where the cursor belongs, from the end of `text`; `isInternal`: for the
   * team, so that it does not go where the customer reads.
   */
  'snippet.insert': message(
    sidebar,
    z.object({
      tabId,
      text: name(60_000),
      rich: z.optional(z.array(Block)),
      cursorFromEnd: z.optional(z.int().check(z.gte(0))),
      isInternal: z.optional(z.boolean()),
    }),
    InsertResult,
  ),
  /** A snippet was put to use: remembered for the order of the search, and counted for the team where it is the team's. */
  'snippet.used': message(sidebar, z.object({ id: Slug, how: z.enum(['inserted', 'copied']), isOwn: z.boolean(), caseKey: CaseKey }), none),
  /** A search that found nothing was left. */
  'search.missed': message(sidebar, z.object({ text: name(200), caseKey: CaseKey }), none),
  /** For leads: what the team made of its library in the last days. */
  'usage.get': message(sidebar, z.object({ days: z.int() }), Usage),
  /** Of the member of this device. */
  'own-snippet.list': message(sidebar, none, z.array(OwnSnippet)),
  /** Without `id` a new one. An `id` that is not there any more is there again. */
  'own-snippet.save': message(sidebar, z.object({ id: z.optional(Uuid), title: name(200), body: name(20_000), commandId }), OwnSnippet),
  'own-snippet.remove': message(sidebar, z.object({ id: Uuid }), none),
  /** Evidence on a step: typed; or taken from the page in the tab of the case, which for a picture may have to wait for a click or a key of the browser. */
  'proof.add': message(sidebar, z.object({ runId: Uuid, stepId: StepId, proof: TypedProof, commandId }), RunView),
  'proof.take': message(
    sidebar,
    z.object({ runId: Uuid, stepId: StepId, tabId, what: z.enum(['link', 'selection', 'screenshot']), commandId }),
    z.object({ view: RunView, isWaiting: z.boolean() }),
  ),
  /** No picture is waited for any more. */
  'proof.give-up': message(sidebar, none, none),
  'proof.remove': message(sidebar, z.object({ runId: Uuid, stepId: StepId, proofId: z.nullable(Uuid) }), RunView),
  /**
   * Makes a piece of evidence less before it is sent, or takes that back; `before` is what the panel showed. `base64`: the picture as it was drawn on; the
   * worker decodes it, encodes it anew and hashes that.
   */
  'proof.edit': message(sidebar, z.object({ runId: Uuid, before: Proof, after: Proof, base64: z.optional(name(limits.imageBase64)) }), RunView),
  /** A picture of this device, or one that the escalation `of` names, from the hub. */
  'image.get': message(desks, z.object({ hash: Sha256, of: z.nullable(Uuid) }), z.object({ type: ImageType, base64: name(limits.imageBase64) })),

  /** Masks, then commits record and outbox row in one transaction, then answers. */
  'escalation.create': message(
    sidebar,
    z.object({ tabId, caseKey: CaseKey, note: text(limits.note), severity: Severity, queue: Slug, runId: z.nullable(Uuid), commandId }),
    OwnEscalation,
  ),
  /** Within the undo seconds: takes it back and returns what was typed. */
  'escalation.undo': message(desks, z.object({ id: Uuid }), Undone),
  'escalation.amend': message(desks, z.object({ id: Uuid, note: text(limits.note), severity: z.nullable(Severity), commandId }), OwnEscalation),
  'escalation.withdraw': message(desks, z.object({ id: Uuid, reason: text(limits.note), commandId }), OwnEscalation),
  'escalation.answer': message(desks, z.object({ id: Uuid, text: name(limits.note), commandId }), OwnEscalation),
  /** Own ones, newest first. */
  'escalation.list': message(desks, none, z.array(OwnEscalation)),
  'escalation.get': message(desks, z.object({ id: Uuid }), OwnEscalation),

  /** All unsent items as one readable text and one JSON, to hand over by hand. */
  'outbox.export': message(panels, none, z.object({ fileName: name(100), json: z.string(), text: z.string(), count: z.int() })),
  'outbox.retry': message(panels, none, StatusView),
  /** The person has handed over what was refused or lost (one of them, or both): it is not reported any more. Refused escalations stay in the list. */
  'outbox.dismiss': message(panels, z.object({ what: z.optional(z.enum(['refused', 'lost'])) }), StatusView),

  'inbox.list': message(console, none, z.array(Escalation)),
  'inbox.see': message(console, z.object({ id: Uuid }), none),
  /** How the runs of its case ended, as far as the hub has heard: agents close them after they escalate. */
  'inbox.endings': message(console, z.object({ id: Uuid }), z.array(RunEnding)),
  /** As a page that stands alone, of up to some ten megabytes. */
  'inbox.evidence': message(console, z.object({ id: Uuid, commandId }), z.object({ html: z.string() })),
  'inbox.take': message(console, z.object({ id: Uuid, revision, commandId }), Escalation),
  'inbox.ask': message(console, z.object({ id: Uuid, text: name(limits.note), commandId }), Escalation),
  'inbox.rule': message(console, z.object({ id: Uuid, outcome: name(200), rationale: name(limits.note), revision, commandId }), Escalation),

  'playbook.list': message(console, none, z.array(PlaybookVersion)),
  'playbook.versions': message(console, z.object({ id: Slug }), z.array(PlaybookVersion)),
  'playbook.publish': message(
    console,
    z.object({
      id: Slug,
      markdown: name(limits.markdown),
      note: text(500),
      base: z.nullable(z.int()),
      rollout: z.optional(Rollout),
      confirm: z.optional(z.boolean()),
      commandId,
    }),
    PlaybookVersion,
  ),
  /** How far each agent has come with a playbook. */
  'playbook.readings': message(console, z.object({ id: Slug }), z.array(Reading)),
  'flag.list': message(console, none, z.array(Flag)),
  'flag.answer': message(console, z.object({ id: Uuid, kind: FlagAnswerKind, text: text(limits.reason), version: z.nullable(z.int()), commandId }), Flag),
  'note.list': message(console, none, z.array(CoachingNote)),
  'note.write': message(console, z.object({ memberId: Uuid, escalationId: z.nullable(Uuid), text: name(limits.note), commandId }), CoachingNote),

  /** Versions, own flags and coaching notes of the member of this device. */
  'news.get': message(sidebar, none, News),
  'news.read': message(sidebar, z.object({ keys: z.array(NewsKey).check(z.maxLength(500)) }), News),
  /** Saved with its outbox row, and held for the undo seconds. `stepId` null: the playbook as a whole. */
  'flag.make': message(sidebar, z.object({ runId: Uuid, stepId: z.nullable(StepId), kind: FlagKind, word: text(limits.reason), commandId }), News),
  'flag.undo': message(sidebar, z.object({ id: Uuid }), z.object({ undone: z.boolean() })),
  /** Read, with or without a word. */
  'note.reply': message(sidebar, z.object({ id: Uuid, text: text(limits.reason), commandId }), News),

  'team.get': message(console, none, TeamView),
  /** `memberId`: not a new person, but that member on a new device. */
  'team.invite': message(console, z.object({ role: Role, memberId: z.optional(Uuid), commandId }), Invite),
  'device.revoke': message(console, z.object({ id: Uuid }), TeamView),

  /**
   * Text typed and not sent, kept over a crash. `key` names the place: `rule:<id>`, `playbook:<slug>`, `escalate:<case key>`, `answer:<id>`,
   * `amend:<id>`, `withdraw:<id>`, `hand:<case key>`, `return:<id>`, `coach:<id>`, `coach-member:<id>`, `flag:<playbook>:<step>`, `flag-answer:<id>`,
   * `note:<id>`, `site:<origin>`. `put-away:<id>` keeps the thread entry up to which an agent has read and hidden an escalation.
   */
  'draft.get': message(desks, z.object({ key: name(2200) }), z.object({ text: text(limits.markdown), savedAt: z.nullable(Instant) })),
  'draft.set': message(desks, z.object({ key: name(2200), text: text(limits.markdown) }), none),

  'session.get': message(panels, none, SessionView),
  'session.join': message(['welcome'], z.object({ hubUrl: name(300), invite: name(200), name: name(80) }), SessionView),
  /** Refuses with `conflict` while something is unsent, unless `force`. */
  'session.leave': message(panels, z.object({ force: z.boolean() }), SessionView),
  'status.get': message(panels, none, StatusView),
  'settings.get': message(panels, none, Settings),
  'settings.set': message(panels, z.partial(Settings), Settings),
  /** Pins, recents and what was put away; of the member of this device. */
  'habits.get': message(sidebar, none, Habits),
  'habits.change': message(sidebar, z.object({ change: HabitChange }), Habits),

  'site.list': message(panels, none, z.array(SiteState)),
  /** After `permissions.request` was granted to the page that asks: register, and inject into tabs already open. */
  'site.enable': message(panels, z.object({ origin: name(300) }), z.array(SiteState)),
  'site.disable': message(panels, z.object({ origin: name(300) }), z.array(SiteState)),

  /** The profiles that the team has, and what can no longer be read by them. */
  'site.profiles': message(desks, none, SitesView),
  /**
   * For leads: one order (`PickOrder`) to the picker in this tab, or in all open tabs of its origin; brings `/page-picker.js` there. Answers a list of
   * `TabAnswer`, which who asks parses: what was said there is hostile.
   */
  'site.point': message(sidebar, z.object({ tabId: z.int(), everywhere: z.boolean(), order: z.any() }), z.any()),
  /** For leads. `base` is the version that it was made from, null for a new profile; refused where a colleague has published since. */
  'site.publish': message(sidebar, z.object({ id: Slug, draft: SiteDraft, base: z.nullable(z.int()), commandId }), SiteProfile),

  /** Version, browser, counts and states; no names, addresses or texts of people. */
  'diagnostics.get': message(panels, none, z.object({ fileName: name(100), text: z.string() })),
} as const

export type Protocol = typeof protocol
export type MessageName = keyof Protocol
export type MessageRequest<N extends MessageName> = z.infer<Protocol[N]['request']>
export type MessageResponse<N extends MessageName> = z.infer<Protocol[N]['response']>

/** What moved; pages ask again. Carries no record. */
export const Collection = z.enum([
  'case',
  'cases',
  'drafts',
  'habits',
  'library',
  'runs',
  'escalations',
  'inbox',
  'own-snippets',
  'news',
  'session',
  'settings',
  'sites',
  'status',
  'team',
])
export type Collection = z.infer<typeof Collection>
export const Changed = z.object({ name: z.literal('changed'), collections: z.array(Collection), tabId: z.nullable(z.int()) })
export type Changed = z.infer<typeof Changed>
