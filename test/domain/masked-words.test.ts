import { expect, test } from 'vitest'
import { maskedWords } from '../../lib/domain/masked-words.ts'

test.each([
  [{ maskedCount: 0 }, null],
  [{ maskedCount: 1 }, '1 secret'],
  [{ maskedCount: 3 }, '3 secrets'],
  [{ maskedCount: 3, masked: { email: 2, card: 1 } }, '1 card number, 2 e-mail addresses'],
  [{ maskedCount: 3, masked: { rule: 2, id: 1 } }, '1 national id, 2 finds of your team’s rules'],
])('%j is said as %j', (content, expected) => expect(maskedWords(content)).toBe(expected))
