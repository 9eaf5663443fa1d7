// How much of what must not be stored is masked, how much of what must stay is masked too, and what it costs. Needs no build.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { caseMasker } from '../../lib/domain/mask.ts'
import { limits } from '../../lib/schema/ids.ts'
import { corpus, messagesFile, readMessages } from '../messages.ts'
import { maskNaively } from '../naive-masks.ts'
import type { Row } from '../row.ts'
import { lookalikes, oneOf, secrets } from '../secrets.ts'
import { seeded } from '../seeded.ts'

const each = 10_000
const rounds = 30
type Mask = (text: string) => string
const ofCase = caseMasker(null)
const ours: Mask = (text) => ofCase(text).text
/** As `faults` asks of the kinds that have a form of their own. */
const targets: Partial<Record<keyof typeof secrets, string>> = { card: '>= 99.9 %', iban: '>= 99.9 %', email: '>= 99.5 %' }

const sentences = ['{} please', 'The buyer wrote: {}.', 'paid with {} on Monday', '({})', 'Order NW-204417, {}, not received', '{}', 'see below\n{}\nthanks']

export async function measure(): Promise<Row[]> {
  const real = realTexts()
  const words = real?.messages ?? sentences
  return [...recallRows(words), ...falseRows(), ...(real ? realRows(real) : []), ...speedRows()]
}

/** The digits and letters of a secret that only its owner knows: without the words that stand beside it. */
const core = (secret: string) => [...secret.matchAll(/[^\s]*\d[^\s]*|[^\s]*@[^\s]*|[\w-]{16,}/g)].map(([part]) => part)

function recallRows(words: readonly string[]): Row[] {
  return Object.entries(secrets).flatMap(([kind, make]) => {
    const random = seeded(20_261_122)
    const cases = Array.from({ length: each }, (_, at) => {
      const secret = make(random)
      // Half in a sentence of ours, half at the end of what a real person wrote.
      const text = at % 2 === 0 || words === sentences ? oneOf(random, sentences).replace('{}', () => secret) : `${oneOf(random, words)} ${secret}`
      return { secret, text }
    })
    const share = (mask: Mask) => {
      const left = cases.filter(({ secret, text }) => {
        // The ends that masks tell on purpose are no leak.
        const masked = mask(text).replace(/\[[^[\]]* ending \w+\]/g, '')
        return core(secret).some((part) => part.length > 3 && masked.includes(part) && !text.replace(secret, '').includes(part))
      })
      return { percent: (1 - left.length / each) * 100, missed: left[0]?.secret }
    }
    const [mine, naive] = [share(ours), share(maskNaively)]
    const target = targets[kind as keyof typeof secrets] ?? '-'
    return [
      {
        what: `recall: ${kind}`,
        unit: '%',
        samples: [mine.percent],
        target,
        ...(mine.missed ? { note: `missed, such as ${JSON.stringify(mine.missed)}` } : {}),
      },
      { what: '  a short list of regular expressions', unit: '%', samples: [naive.percent], target: '-' },
    ]
  })
}

function falseRows(): Row[] {
  const random = seeded(42)
  const shares = Object.entries(lookalikes).map(([form, make]) => {
    const texts = Array.from({ length: each }, () => `about ${make(random)} again`)
    const share = (mask: Mask) => (texts.filter((text) => mask(text) !== text).length / each) * 100
    return { form, mine: share(ours), naive: share(maskNaively) }
  })
  const mean = (of: 'mine' | 'naive') => shares.reduce((sum, one) => sum + one[of], 0) / shares.length
  const worst = [...shares].sort((a, b) => b.mine - a.mine).filter(({ mine }) => mine > 0)
  const note = worst.map(({ form, mine }) => `${form} ${mine.toFixed(2)} %`).join(', ')
  return [
    { what: `false masks: ids, amounts and times of ${shares.length} forms`, unit: '%', samples: [mean('mine')], target: '< 1 %', ...(note ? { note } : {}) },
    { what: '  a short list of regular expressions', unit: '%', samples: [mean('naive')], target: '-' },
  ]
}

interface Real {
  messages: string[]
  documents: string[]
}

function realTexts(): Real | null {
  const read = readMessages()
  if (!read) {
    console.error(`redaction: skipped real texts, because ${messagesFile} is not here; HANDRAIL_CORPUS names another folder.`)
    return null
  }
  const messages = [...read.toWriteFrom, ...read.toReportOn].map(({ text }) => text)
  const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(md|markdown|ya?ml|json)$/.test(file))
  const documents = files.map((file) => join(corpus, file)).filter(existsSync)
  return { messages, documents: documents.map((file) => readFileSync(file, 'utf8')) }
}

function realRows({ messages, documents }: Real): Row[] {
  const share = (mask: Mask) => (messages.filter((text) => mask(text) !== text).length / messages.length) * 100
  const [letters, found] = [documents.reduce((sum, text) => sum + text.length, 0) / 1e6, documents.map((text) => ofCase(text).found)]
  const counts = new Map<string, number>()
  for (const [kind, count] of found.flatMap((one) => Object.entries(one))) counts.set(kind, (counts.get(kind) ?? 0) + count)
  const noted = [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ')
  const others = [...counts].filter(([kind]) => kind !== 'email').reduce((sum, [, count]) => sum + count, 0)
  return [
    { what: `false masks: ${messages.length} real messages that hold no secret`, unit: '%', samples: [share(ours)], target: '< 1 %' },
    { what: '  a short list of regular expressions', unit: '%', samples: [share(maskNaively)], target: '-' },
    {
      what: 'masks but e-mail in a megabyte of real documents',
      unit: '',
      samples: [others / letters],
      target: '-',
      note: `in ${letters.toFixed(1)} MB: ${noted}`,
    },
  ]
}

function speedRows(): Row[] {
  const random = seeded(7)
  let text = ''
  while (text.length < limits.note)
    text += `${oneOf(random, sentences).replace('{}', () => oneOf(random, Object.values(secrets))(random))} and it was said again and again. `
  text = text.slice(0, limits.note)
  const msOf = (run: () => unknown) => {
    const start = performance.now()
    run()
    return performance.now() - start
  }
  const samples = { ours: [] as number[], naive: [] as number[], limit: [] as number[] }
  for (let round = 0; round <= rounds; round++) {
    samples.ours.push(msOf(() => ours(text)))
    samples.naive.push(msOf(() => maskNaively(text)))
    samples.limit.push(msOf(() => [...text].reduce((sum, one) => sum + one.charCodeAt(0), 0)))
  }
  for (const list of Object.values(samples)) list.shift()
  return [
    { what: 'masking the longest note (10 kB, a secret in each sentence)', unit: 'ms', samples: samples.ours, target: '-' },
    { what: '  a short list of regular expressions', unit: 'ms', samples: samples.naive, target: '-' },
    { what: '  looking at each letter (limit)', unit: 'ms', samples: samples.limit, target: '-' },
  ]
}
