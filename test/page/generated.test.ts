import { expect, test } from 'vitest'
import { isGenerated } from '../../lib/page/generated.ts'

test.each(['_r_1o_', ':r1a:', '«r3»', 'css-1x2y3z', 'sc-bdVaJa', 'ember1042', 'row-10423', 'card__3xY2z', 'jss412', 'a3f9c2e1b', 'mui-4821', 'field_8f2a9c'])(
  'a machine made %s',
  (name) => expect(isGenerated(name)).toBe(true),
)

test.each([
  'ticket-status',
  'case-fields',
  'ticketStatusValue',
  'col-2',
  'h1',
  'step12',
  'btn_primary',
  'card__title',
  'data-amount',
  'orderId',
  'iPhone',
  'md:flex',
  'reply',
])('a person made %s', (name) => expect(isGenerated(name)).toBe(false))
