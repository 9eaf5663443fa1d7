// What single evidence files show, hide and survive: hostile texts, forged pages, the largest there can be, and one that was made long ago.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { receiveEscalation } from '../../../lib/domain/escalation.ts'
import { dataOf, fileIn } from '../../../lib/domain/evidence-file/embed.ts'
import { EvidenceContent } from '../../../lib/schema/evidence-file.ts'
import { limits } from '../../../lib/schema/ids.ts'
import { content, lea, mira } from '../fixtures.ts'
import { newSigner, pageOf, seal, sha256, verify } from './sealing.ts'

/** Of format 1, as the first version of Handrail made it. Never made anew: a later version has to find it as it was found then. */
const kept = readFileSync(new URL('./format-1.html.txt', import.meta.url), 'utf8')
const key = 'MCowBQYDK2VwAyEAw8dAsnmkiWTTvgyTj0khdRsZ/o8KKG/uHocRJYJoGpY='

function contentOf(note: string, more: Partial<typeof content> = {}): EvidenceContent {
  const escalation = receiveEscalation({ ...content, note, ...more }, mira, 42, 5)
  return EvidenceContent.parse({
    made: { at: 9, by: lea, team: { id: lea.id, name: 'Trust' } },
    escalation,
    playbook: null,
    pictures: [],
    endings: [],
    copies: [],
  })
}
const sentencesOf = (page: string, given = {}) => verify(page, given).findings.map(({ sentence }) => sentence)

describe('a file that was made by an earlier version', () => {
  test('is intact still, signed with the key of then', () => {
    expect(verify(kept, { key })).toMatchObject({ verdict: 'intact', findings: [], page: 'intact', isListSigned: true })
  })
  test.each([
    ['the note', 'they are a replica', 'a replica', 'original', 'The note of 21 Nov 2026, 14:02:05 UTC was changed.'],
    ['a step', 'the reason of a skip', 'The seller is new', 'No time', 'Step “Look at earlier authenticity reports” was changed.'],
    ['an answer', 'a word in the thread', 'No, after two reminders.', 'Yes.', 'The answer of Mira Chen, 21 Nov 2026, 14:11:05 UTC was changed.'],
    ['the playbook', 'its text', 'authenticity', 'likeness', 'The playbook, version 7 was changed.'],
    ['a field', 'its value', '$1,280.00', '$12.80', 'Case field “Order value” was changed.'],
  ])('names %s when somebody changed %s', (_part, _what, from, to, sentence) => {
    expect(kept).toContain(from)
    expect(sentencesOf(kept.replaceAll(from, to))).toContain(sentence)
  })
  test('of a later format is not judged', () => {
    expect(verify(kept.replace('"handrailEvidence":1', '"handrailEvidence":2')).verdict).toBe('not-evidence')
  })
})

describe('the page', () => {
  const hostile = '</script><script>alert(1)</script><img src=x onerror=alert(1)>\u202e<!--'
  const page = pageOf(
    seal(contentOf(hostile, { case: { ...content.case, title: hostile, fields: [{ name: 'a.b', label: hostile.slice(0, 60), value: '"><b>' }] } })),
  )

  test('holds no element and no sign that a text brought along', () => {
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page.match(/<\/script>/g)).toHaveLength(1)
    expect(page).not.toMatch(/<img|<b>|<!--|\u202e/)
    expect(page).toContain('[U+202E]')
    expect(verify(page).verdict).toBe('intact')
    expect(fileIn(page).content.escalation.content.note).toBe(hostile)
  })
  test('may run, load and send nothing, and links nowhere', () => {
    expect(page).toMatch(/Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'"/)
    expect(page.replace(dataOf(page)!, '')).not.toMatch(/<(a|link|iframe|form|object)\b|<[^>]* (href|style|on\w+)=/)
  })
  test('that shows something else than its data is named with the words', () => {
    const seen = pageOf(seal(contentOf('It is a replica.')))
    const shown = '<p class="text" dir="auto">It is a replica.</p>'
    expect(sentencesOf(seen.replace(shown, shown.replace('a replica', 'genuine')))).toEqual(['The page was changed where the data says “It is a replica.”.'])
    expect(sentencesOf(seen.replace(shown, ''))).toEqual(['The page leaves out what the data says: “It is a replica.”.'])
    expect(sentencesOf(seen.replace(shown, `${shown}<p>Approved</p>`))).toEqual(['The page shows what the data does not say: “Approved”.'])
    expect(sentencesOf(seen.replace('--ink: #17211f', '--ink: #ffffff'))).toEqual([
      'The page was changed in what it is written with, and shows or hides otherwise what the data says.',
    ])
    expect(sentencesOf(seen.replaceAll('\n', '\r\n'))).toEqual(['Only white space or line ends of the page were changed; it says what the data says.'])
  })
})

describe('a file that was made anew by somebody else', () => {
  const forged = pageOf(seal(contentOf('It is genuine.'), newSigner()))
  test('holds together, and is told by the key or the root that came another way', () => {
    expect(verify(forged).verdict).toBe('intact')
    const { signature, root } = seal(contentOf('It is a replica.'))
    expect(sentencesOf(forged, { key: signature.key })).toEqual([expect.stringContaining('not signed with the key that was given')])
    expect(sentencesOf(forged, { root })).toEqual([expect.stringContaining('does not have the root hash that was given')])
  })
})

describe('data', () => {
  const data = JSON.stringify(seal(contentOf('It is a replica.')))
  test('with a member twice, with more than belongs in it, or broken, is not intact', () => {
    expect(sentencesOf(data.replace('"note":', '"note":"It is genuine.","note":'))).toEqual([expect.stringContaining('“note” stands twice in it')])
    expect(sentencesOf(data.replace('{', '{"approved":true,'))).toEqual(['Something was added to the file that no evidence file holds.'])
    expect(sentencesOf(data.slice(0, -1))).toEqual([expect.stringContaining('it is not JSON any more')])
    expect(sentencesOf(`{"handrailEvidence":1,"content":${'['.repeat(100)}`)).toEqual([expect.stringContaining('nested deeper')])
  })
  test('that is nothing of ours is no evidence file', () => {
    for (const text of ['', '{}', '[1]', '<p>Hello', 'handrail']) expect(verify(text).verdict).toBe('not-evidence')
  })
})

test('the fullest escalation makes a file of some ten megabytes that is checked whole', () => {
  const pictures = Array.from({ length: limits.images }, (_, at) => {
    const bytes = Buffer.alloc(400_000, at + 1)
    return { hash: sha256(bytes), type: 'image/webp' as const, width: 1600, height: 1000, receivedAt: 6, base64: bytes.toString('base64') }
  })
  const proofs = pictures.map(({ receivedAt: _, base64: __, ...image }, at) => ({
    ...{ id: `01890000-0000-7000-8000-${String(at).padStart(12, '0')}`, kind: 'screenshot' as const, at: 2, image, url: '', title: '' },
  }))
  const line = { depth: 0, section: 'Steps', answer: null, reason: null, evidence: null, state: 'done' as const, at: 2 }
  const lines = Array.from({ length: limits.steps }, (_, at) => ({
    ...line,
    stepId: `s-${at}`,
    label: `Step ${at} ${'x'.repeat(500)}`,
    proofs: at === 0 ? [] : proofs.slice(at * 8 - 8, at * 8),
  }))
  const playbook = { id: 'full', version: 1, hash: 'a'.repeat(64), title: 'Full' }
  const run = { runId: lea.id, playbook, startedAt: 1, done: 300, skipped: 0, total: 300, lines }
  const page = pageOf(seal({ ...contentOf('<'.repeat(limits.note), { run }), pictures }))
  expect(page.length).toBeGreaterThan(10_000_000)
  expect(page.length).toBeLessThan(13_000_000)
  expect(verify(page).verdict).toBe('intact')
  expect(sentencesOf(page.replace('AQEBAQEB', 'AQEBAQEC'))).toEqual(['Picture 1 is not the one that was stored.'])
})
