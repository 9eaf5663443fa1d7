// The rules of handing a case to a colleague: what goes along, who may take or return it, and whose the runs are then. Nothing that was
// answered is thrown away, and no run is open with two people.
import type { FailureCode } from '../schema/failure.ts'
import type { Handover, HandoverContent } from '../schema/handover.ts'
import { limits } from '../schema/ids.ts'
import type { MemberRef } from '../schema/member.ts'
import type { ImageRef } from '../schema/proof.ts'
import type { Run, RunPassage } from '../schema/run.ts'
import { withoutUndo } from './migrate-run.ts'

/** A hand-over that the rules refuse; `message` is for the person who tried. */
export class HandoverFault extends Error {
  override readonly name = 'HandoverFault'
  readonly code: FailureCode
  constructor(code: FailureCode, message: string) {
    super(message)
    this.code = code
  }
}

/** The hub takes 2 MB, in bytes; a character is up to three of them. */
const mostCharacters = 600_000

/** Those that are open now, whatever was on screen: what was closed meanwhile stays completed where it is. Worked on last first. */
export function runsToHand(runs: readonly Run[], memberId: string): Run[] {
  const open = runs.filter((run) => run.closedAt === null && (run.memberId === null || run.memberId === memberId))
  return open.sort((a, b) => b.updatedAt - a.updatedAt).map((run) => withoutUndo({ ...run, memberId }))
}

/** The pictures that its runs name: they follow it, and the colleague fetches them. */
export function picturesOf(runs: readonly Run[]): ImageRef[] {
  const proofs = runs.flatMap(({ steps }) => steps.flatMap((record) => record.proofs ?? []))
  const images = proofs.flatMap((proof) => (proof.kind === 'screenshot' ? [proof.image] : []))
  return [...new Map(images.map((image) => [image.hash, image])).values()]
}

/** Throws `HandoverFault`. `to` is null where nobody of that id is in the team. The sender's device and the hub ask the same. */
export function refuseHandover(content: HandoverContent, from: MemberRef, to: MemberRef | null): asserts to is MemberRef {
  if (to === null) throw new HandoverFault('conflict', 'This person is not in your team any more. Nothing was handed over; choose somebody else.')
  if (to.id === from.id) throw new HandoverFault('invalid', 'This case is yours already. Choose a colleague.')
  const isOwnAndOpen = (run: Run) => run.memberId === from.id && run.closedAt === null && run.caseKey === content.case.key
  if (!content.runs.every(isOwnAndOpen)) throw new HandoverFault('invalid', 'Only open runs of your own on this case can be handed over. Nothing was changed.')
  if (content.runs.length > limits.handoverRuns) {
    const most = `${content.runs.length} playbooks are open on this case; ${limits.handoverRuns} can be handed over at once.`
    throw new HandoverFault('invalid', `${most} Nothing was changed; close some first.`)
  }
  if (JSON.stringify(content).length > mostCharacters) {
    throw new HandoverFault('invalid', 'There is more on this case than can be handed over at once. Nothing was changed; close a run first.')
  }
}

export function receiveHandover(content: HandoverContent, from: MemberRef, to: MemberRef, at: number): Handover {
  return { content, from, to, status: 'open', receivedAt: at, settledAt: null, word: '' }
}

export type Settling = { by: MemberRef; at: number } & ({ kind: 'take' } | { kind: 'return'; word: string })

/** A new record, or the same one where there is nothing to change: a second device of the taker hears the same. Throws `HandoverFault`. */
export function settleHandover(record: Handover, settling: Settling): Handover {
  const { by, at, kind } = settling
  const { from, to, status } = record
  if (by.id !== to.id && (kind === 'take' || by.id !== from.id)) {
    throw new HandoverFault('forbidden', `${from.name} handed this case to ${to.name}. Nothing was changed.`)
  }
  const wanted = kind === 'take' ? 'taken' : by.id === to.id ? 'returned' : 'recalled'
  if (status === wanted) return record
  if (status !== 'open') throw new HandoverFault('conflict', `${settledWords(record)} Nothing was changed.`)
  return { ...record, status: wanted, settledAt: at, word: settling.kind === 'return' ? settling.word : '' }
}

function settledWords({ status, from, to }: Handover): string {
  if (status === 'taken') return `${to.name} has taken this case already.`
  return status === 'returned' ? `${to.name} has returned this case already.` : `${from.name} has taken this case back.`
}

/** The sender's copy: read-only from now on. */
export function handAway(run: Run, passage: RunPassage): Run {
  return { ...run, closedAt: passage.at, outcome: null, wentTo: passage }
}

/** The sender's copy as it was, when the case was not taken; `isSent` where it had left this device. */
export function handBack({ wentTo, ...run }: Run, isSent = false): Run {
  return { ...run, closedAt: null, ...(isSent && wentTo ? { reopenedAt: wentTo.at } : {}) }
}

/** The colleague's run: same answers, same version, under an id of its own. */
export function takeOver(run: Run, id: string, memberId: string, passage: RunPassage): Run {
  const { wentTo: _, ...rest } = run
  return { ...rest, id, memberId, updatedAt: passage.at, closedAt: null, outcome: null, cameFrom: passage }
}

/** Throws for a run that went to a colleague: two people must not work through one run. */
export function refuseGone({ wentTo }: Run): void {
  if (!wentTo) return
  throw new HandoverFault('conflict', `You handed this run to ${wentTo.member.name}. It can be read here and is not changed any more.`)
}
