import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAs } from '../../lib/domain/read-as.ts'
import { ReadAs } from '../../lib/schema/site.ts'

const table = (as: ReadAs, rows: [string, string | null][]) =>
  describe(as, () => {
    test.each(rows)('%s is read as %s', (raw, value) => expect(readAs(as, raw)).toBe(value))
  })

table('trim', [
  ['  a \n b ', 'a b'],
  ['   ', null],
])
table('money', [
  ['$1,250.00', '1250'],
  ['1.250,50 €', '1250.5'],
  ['USD 12', '12'],
  ['1.250', null],
  ['12 of 30', null],
  ['free', null],
])
table('number', [
  ['3 items', '3'],
  ['-4.5', '-4.5'],
  ['12.3450', '12.3450'],
  ['99999999999999999999999', null],
  ['0.0000000001', null],
  ['', null],
])
table('date', [
  ['2026-03-09', '2026-03-09'],
  ['2026-03-09T23:59:00-08:00', '2026-03-09'],
  ['Mon, 9 Mar 2026 10:00', '2026-03-09'],
  ['March 9th, 2026', '2026-03-09'],
  ['9. März 2026', '2026-03-09'],
  ['9 de marzo de 2026', '2026-03-09'],
  ['9 août 2026', '2026-08-09'],
  ['09.03.2026', '2026-03-09'],
  ['25/03/2026', '2026-03-25'],
  ['03/25/2026', '2026-03-25'],
  ['05/05/2026', '2026-05-05'],
  ['03/04/2026', null],
  ['2026-02-30', null],
  ['yesterday', null],
  ['9 Foo 2026', null],
])
table('date-dmy', [
  ['03/04/2026', '2026-04-03'],
  ['03/14/2026', null],
])
table('date-mdy', [
  ['03/04/2026', '2026-03-04'],
  ['2026-04-03', '2026-04-03'],
])
table('email', [
  ['Mira <Mira@Example.com>', 'mira@example.com'],
  ['mailto:a.b@c.example, x@y.example', 'a.b@c.example'],
  ['mira at example', null],
])
table('id', [
  ['#1042', '1042'],
  ['Ticket #1042', '1042'],
  ['Order ID: LM-1042', 'LM-1042'],
  [' 55 ', '55'],
  ['did:plc:abc1', null],
  ['Counterfeit', null],
  ['1042 and 1043', null],
  ['', null],
])

test('reading is total, and reading what was read changes nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ReadAs.options),
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.double().map(String), fc.stringMatching(/^[0-9.,]{1,12}$/), fc.date({ noInvalidDate: true }).map(String)),
      (as, raw) => {
        const once = readAs(as, raw)
        if (once !== null && once.length < 300) expect(readAs(as, once)).toBe(once)
      },
    ),
    { numRuns: 3000 },
  )
})
