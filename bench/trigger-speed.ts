// What reading a page for a team's keywords costs, beside looking for one keyword after the other, and beside only looking at each letter.
// Text and keywords come from the starter library, so that it runs anywhere.
import { readdirSync, readFileSync } from 'node:fs'
import { createMatcher } from '../lib/domain/match.ts'
import { createSaid } from '../lib/domain/said.ts'
import { createTermFinder } from '../lib/domain/term-finder.ts'
import { wordsOf } from '../lib/domain/words.ts'
import { limits } from '../lib/schema/ids.ts'
import { shuffled } from './messages.ts'
import type { Row } from './row.ts'
import { playbookWith } from './trigger-fit.ts'

const rounds = 40
const chatSeconds = 10
const chatPerSecond = 50

export function measureSpeed(): Row[] {
  const text = pageText()
  const keywords = drawKeywords(text, 2_000)
  const thousand = keywords.slice(0, 1_000)
  const coldStart = performance.now()
  const finder = createTermFinder(thousand)
  read(finder, text)
  const coldMs = performance.now() - coldStart
  const rare = createTermFinder(keywords.map((keyword, at) => (at % 20 === 0 ? keyword : backwards(keyword))))
  const plain = thousand.map((keyword) => keyword.replace(/^near:\d+ /, ''))
  const lower = text.toLowerCase()
  const samples = { ours: [] as number[], rare: [] as number[], build: [] as number[], naive: [] as number[], limit: [] as number[] }
  for (let round = 0; round <= rounds; round++) {
    samples.ours.push(perSecond(() => read(finder, text)))
    samples.limit.push(perSecond(() => letters(text)))
    samples.rare.push(msOf(() => read(rare, text)))
    samples.build.push(msOf(() => createTermFinder(thousand)))
    if (round % 4 === 0) samples.naive.push(perSecond(() => plain.filter((keyword) => lower.includes(keyword))))
  }
  for (const list of Object.values(samples)) list.shift()
  const chat = chatCosts(thousand, text)
  return [
    {
      what: 'reading 200 kB for 1,000 keywords',
      unit: 'MB/s',
      samples: samples.ours,
      target: '-',
      note: 'all of them stand in the text: nearly every word begins one',
    },
    {
      what: '  one keyword after the other (naive)',
      unit: 'MB/s',
      samples: samples.naive,
      target: '-',
      note: 'finds single keywords inside words, and no nearness',
    },
    { what: '  looking at each letter (limit)', unit: 'MB/s', samples: samples.limit, target: '-' },
    { what: 'reading 200 kB for 2,000 keywords, 100 of them there', unit: 'ms', samples: samples.rare, target: '<= 2 ms (P6)' },
    { what: 'making the automaton of 1,000 keywords', unit: 'ms', samples: samples.build, target: '-' },
    { what: 'making it and reading 200 kB, cold', unit: 'ms', samples: [coldMs], target: '<= 16 ms (P6)' },
    { what: 'a second of live chat (50 messages), in reports of two seconds', unit: 'ms', samples: chat.reported, target: '<= 5 ms (P7)' },
    { what: '  asked again after each message', unit: 'ms', samples: chat.added, target: '-' },
    { what: '  all 200 kB read again for each message', unit: 'ms', samples: chat.whole, target: '-' },
  ]
}

const msOf = (run: () => unknown): number => {
  const start = performance.now()
  run()
  return performance.now() - start
}
/** Megabytes of text in a second, a letter counted as a byte. */
const perSecond = (run: () => unknown): number => limits.pageText / 1000 / msOf(run)

function read(finder: ReturnType<typeof createTermFinder>, text: string): number {
  const ear = finder.listen()
  ear.hear(text)
  return ear.count()
}

function letters(text: string): number {
  let sum = 0
  for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at)
  return sum
}

function pageText(): string {
  const files = readdirSync('playbooks').filter((name) => name.endsWith('.md'))
  const library = files.map((name) => readFileSync(`playbooks/${name}`, 'utf8')).join('\n')
  return library.repeat(Math.ceil(limits.pageText / library.length)).slice(0, limits.pageText)
}

/** Six in ten words, three phrases, one nearness, all of which stand in the text: nothing is as dear as what is found. */
function drawKeywords(text: string, count: number): string[] {
  const words = wordsOf(text)
  const singles = shuffled([...new Set(words)].filter((word) => word.length > 3))
  const pairs = shuffled([...new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`))])
  return shuffled(
    Array.from({ length: count }, (_, at) => {
      const single = at % 10 < 6 ? singles[at % singles.length] : undefined
      return single ?? (at % 10 === 9 ? `near:5 ${pairs[at % pairs.length]}` : pairs[at % pairs.length]!)
    }),
  )
}

/** A keyword of the same length that stands nowhere. */
const backwards = (keyword: string) =>
  keyword
    .split(' ')
    .map((word) => (word.startsWith('near:') ? word : [...word].reverse().join('')))
    .join(' ')

/** A full page to which a chat adds. 100 playbooks of ten terms, of which the terms of five stand in the text. */
function chatCosts(keywords: string[], text: string): { reported: number[]; added: number[]; whole: number[] } {
  const playbooks = Array.from({ length: 100 }, (_, at) => {
    const terms = keywords.slice(at * 10, at * 10 + 10)
    return playbookWith(`p${at}`, [{ kind: 'keywords', terms: at % 20 === 0 ? terms : terms.map((term) => `${term} elsewhere`) }])
  })
  const matcher = createMatcher(playbooks)
  const page = createSaid(text)
  const facts = { url: '', fields: [] }
  matcher.match({ ...facts, text: page })
  const message = (at: number) => text.slice((at * 83) % 100_000, ((at * 83) % 100_000) + 80)
  const second = (say: (at: number) => void) => msOf(() => Array.from({ length: chatPerSecond }, (_, at) => say(at)))
  const added: number[] = []
  const whole: number[] = []
  const reported: number[] = []
  for (let round = 0; round <= chatSeconds; round++) {
    added.push(
      second((at) => {
        page.add(message(at + round * chatPerSecond))
        matcher.match({ ...facts, text: page })
      }),
    )
    const two = Array.from({ length: 2 * chatPerSecond }, (_, at) => message(at)).join(' ')
    const reportMs = msOf(() => {
      page.add(two)
      matcher.match({ ...facts, text: page })
    })
    reported.push(reportMs / 2)
    if (round < 3) whole.push(second(() => matcher.match({ ...facts, text: createSaid(text) })))
  }
  return { reported: reported.slice(1), added: added.slice(1), whole: whole.slice(1) }
}
