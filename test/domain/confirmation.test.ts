import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { confirmFromAfter } from '../../lib/domain/confirm-from.ts'
import { owesConfirmation, sinceFor } from '../../lib/domain/confirmation.ts'
import { diffPlaybooks, isMaterial } from '../../lib/domain/playbook-diff.ts'
import type { PlaybookDocument } from '../../lib/schema/playbook.ts'
import type { Receipt } from '../../lib/schema/receipt.ts'
import { lena, mira, playbookOf } from '../db/sample.ts'
import { playbook as document } from '../playbook/arbitrary-document.ts'
import { versionOf } from '../playbook/version-of.ts'
import { edited } from './edited-document.ts'

const of = (steps: string) => versionOf(steps).document
const look = '- [ ] Compare the photos\n- [ ] Ask for proof {optional}'
const fromAfter = (steps: string, isAsked = false) => confirmFromAfter({ confirmFrom: 1, document: of(look) }, { version: 2, document: of(steps) }, isAsked)

describe('what a publish asks everybody to confirm', () => {
  test.each([
    ['a step that is new', `${look}\n- [ ] Write it down`, 2],
    ['a step that is gone', '- [ ] Ask for proof {optional}', 2],
    ['a step that is reworded', '- [ ] Compare the serial number\n- [ ] Ask for proof {optional}', 2],
    ['a step that is required now', '- [ ] Compare the photos\n- [ ] Ask for proof', 2],
    ['a step with a condition', '- [ ] Compare the photos {when: order.value >= 10}\n- [ ] Ask for proof {optional}', 2],
    ['steps in another order', '- [ ] Ask for proof {optional}\n- [ ] Compare the photos', 1],
    ['a capital and a full stop', '- [ ] compare the photos.\n- [ ] Ask for proof {optional}', 1],
    ['nothing', look, 1],
  ])('without the mark follows from %s', (_what, steps, from) => expect(fromAfter(steps)).toBe(from))

  test('is its own version with the mark, whatever changed', () => expect(fromAfter(look, true)).toBe(2))

  test('is nothing where nobody ever asked', () => {
    expect(confirmFromAfter({ confirmFrom: null, document: null }, { version: 4, document: of(look) }, false)).toBeNull()
  })

  test.each([
    ['outcomes', '- [=] Remove\n- [=] Keep', '- [=] Remove\n- [=] Warn'],
    ['a queue', '- [!] Escalate {queue: leads}', '- [!] Escalate {queue: legal}'],
    ['a severity', '- [!] Escalate {severity: S2}', '- [!] Escalate {severity: S1}'],
  ])('comes again with other %s', (_what, before, steps) => {
    expect(confirmFromAfter({ confirmFrom: 1, document: of(before) }, { version: 2, document: of(steps) }, false)).toBe(2)
  })

  test('always is an earlier demand, its own number, or nothing; and its own exactly where asked or where something of weight changed', () => {
    const chain = document.chain((first) => fc.tuple(fc.constant(first), fc.array(fc.tuple(edited(first), fc.boolean()), { minLength: 1, maxLength: 4 })))
    fc.assert(
      fc.property(chain, ([first, publishes]) => {
        let asked: { confirmFrom: number | null; document: PlaybookDocument | null } = { confirmFrom: null, document: null }
        const documents = [first]
        for (const [index, [next, isAsked]] of publishes.entries()) {
          const version = index + 2
          documents.push(next)
          const confirmFrom = confirmFromAfter(asked, { version, document: next }, isAsked)
          const isWeighty = asked.document !== null && isMaterial(diffPlaybooks(asked.document, next))
          expect(confirmFrom).toBe(isAsked || isWeighty ? version : asked.confirmFrom)
          asked = { confirmFrom, document: confirmFrom === null ? null : documents[confirmFrom - 1]! }
        }
      }),
      { numRuns: 60 },
    )
  })
})

const receipt = (version: number, kind: Receipt['kind'] = 'seen', playbookId = 'refund'): Receipt => ({ playbookId, version, memberId: mira.id, kind, at: 1 })
const version = (number: number, confirmFrom: number | null | undefined) => ({ ...playbookOf('refund', number), publishedAt: 100, confirmFrom })

describe('a member owes a confirmation', () => {
  test.each([
    ['of a version from before there were any', version(3, undefined), [], false],
    ['of one that nobody asked for', version(3, null), [], false],
    ['until it is given', version(3, 3), [receipt(3)], true],
    ['no more once it is', version(3, 3), [receipt(3, 'acknowledged')], false],
    ['not again for what only inherits it', version(5, 3), [receipt(3, 'acknowledged')], false],
    ['again for what asks anew', version(5, 5), [receipt(3, 'acknowledged'), receipt(5)], true],
    ['whatever was confirmed of another playbook', version(3, 3), [receipt(9, 'acknowledged', 'other')], true],
  ])('%s', (_what, playbook, receipts, isOwed) => expect(owesConfirmation(playbook, receipts, mira.id)).toBe(isOwed))

  test('but not of what the member asked for', () => {
    expect(owesConfirmation(version(3, 3), [], lena.id)).toBe(false)
    expect(owesConfirmation(version(4, 3), [], lena.id)).toBe(true)
  })
})

describe('the version that the change is shown against', () => {
  test.each([
    ['the newest that was met before what is asked for', version(5, 4), true, [receipt(2), receipt(3), receipt(4), receipt(5)], null, 3],
    ['the newest that was met, where nothing is asked for', version(5, null), false, [receipt(4)], null, 4],
    ['one that was put behind as news', version(5, null), false, [receipt(2)], 4, 4],
    ['the one before, for who was there and met none', version(5, 5), true, [], null, 4],
    ['none for a first version', version(1, 1), true, [], null, null],
  ])('is %s', (_what, playbook, isOwed, receipts, read, since) => expect(sinceFor(playbook, isOwed, receipts, 50, read)).toBe(since))

  test('is none for who joined later', () => expect(sinceFor(version(5, 5), true, [], 200)).toBeNull())
})
