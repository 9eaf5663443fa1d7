// Over escalations that were made up: what was not touched is found intact, and every single change is found and named.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dataBlock, dataOf } from '../../../lib/domain/evidence-file/embed.ts'
import { hashesOf } from '../../../lib/domain/evidence-file/seal.ts'
import type { EvidenceFile } from '../../../lib/schema/evidence-file.ts'
import { arbitraryContent } from './arbitrary-content.ts'
import { pageOf, seal, sha256, verify } from './sealing.ts'

type Path = (string | number)[]
type Tree = { [key: string]: Tree } & Tree[]

const file = arbitraryContent.map((content) => seal(content))
const copyOf = (whole: EvidenceFile) => JSON.parse(JSON.stringify(whole)) as EvidenceFile
const at = (whole: EvidenceFile, path: Path) => path.reduce<unknown>((value, key) => (value as Tree)[key as string], whole)

function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, one]) => leaves(one, [...path, Array.isArray(value) ? Number(key) : key]))
}

function altered(value: unknown): unknown {
  if (typeof value === 'string') return /^[0-9a-f]{64}$/.test(value) ? `${value[0] === '0' ? 1 : 0}${value.slice(1)}` : `${value}x`
  if (typeof value === 'number') return value + 1
  return value === null ? 'x' : !value
}

/** The name in the list of hashes that covers this place; of what is not in the list, what is said of it. */
function coverOf(path: Path, whole: EvidenceFile): string | RegExp {
  const { parts, content } = whole
  const named = (part: string, index = 0) => parts.filter((one) => one.part === part)[index]!.name
  const [top, a, b, c, d, e] = path
  if (top === 'log') return /^Entry \d+ of the log/
  if (top === 'parts') return 'The list of hashes'
  if (top === 'root') return 'The root hash'
  if (top === 'signature') return 'The signature'
  if (top !== 'content') return 'The format'
  if (a === 'pictures') return named('picture', b as number)
  if (a === 'endings') return named('ending', b as number)
  if (a !== 'escalation') return named(String(a))
  if (b === 'thread') return named('thread', c as number)
  if (b === 'ruling') return named('ruling')
  if (b !== 'content') return named('record')
  if (c === 'note') return named('note')
  if (c === 'run' && content.escalation.content.run !== null) return d === 'lines' ? named('step', e as number) : named('run')
  // It was none: what is there now is a part that was added.
  if (c === 'run') return 'The run: playbook, start and counts'
  if (c !== 'case') return named('handed')
  return d === 'fields' ? named('field', e as number) : d === 'selection' ? named('selection') : named('case')
}

const withData = (page: string, data: EvidenceFile) => page.replace(`${dataOf(page)}`, () => `${dataOf(dataBlock(data))}`)
const bytesOut = (whole: EvidenceFile) => ({
  ...whole,
  content: { ...whole.content, pictures: whole.content.pictures.map(({ base64: _, ...picture }) => picture) },
})

describe('an evidence file', () => {
  test('is intact as it was made, as a page and as data', () => {
    fc.assert(
      fc.property(file, (whole) => {
        expect(verify(pageOf(whole))).toMatchObject({ verdict: 'intact', findings: [] })
        expect(verify(JSON.stringify(whole, null, 2))).toMatchObject({ verdict: 'intact', findings: [] })
        expect(JSON.parse(dataOf(pageOf(whole))!)).toEqual(bytesOut(whole))
      }),
    )
  })

  test('names the part of which any one leaf was changed, and no other', () => {
    fc.assert(
      fc.property(file, fc.nat(), (whole, seed) => {
        const changed = copyOf(whole)
        const paths = leaves(changed).filter(([top]) => top !== 'handrailEvidence')
        const path = paths[seed % paths.length]!
        ;(at(changed, path.slice(0, -1)) as Tree)[path.at(-1) as string] = altered(at(changed, path)) as Tree
        const cover = coverOf(path, whole)
        for (const text of [JSON.stringify(changed), withData(pageOf(whole), bytesOut(changed))]) {
          // The page has its bytes in its pictures: the data there did not change.
          if (text.startsWith('<') && path.at(-1) === 'base64') continue
          const { verdict, findings } = verify(text)
          expect(verdict).toBe('changed')
          expect(findings.map(({ name }) => name)).toEqual([typeof cover === 'string' ? cover : expect.stringMatching(cover)])
        }
      }),
      { numRuns: 400 },
    )
  })

  const lists: Path[] = [
    ['log'],
    ['parts'],
    ['content', 'pictures'],
    ['content', 'endings'],
    ['content', 'copies'],
    ['content', 'escalation', 'thread'],
    ['content', 'escalation', 'content', 'case', 'fields'],
    ['content', 'escalation', 'content', 'run', 'lines'],
  ]

  test('names an entry that was removed, doubled or moved', () => {
    fc.assert(
      fc.property(file, fc.constantFrom(...lists), fc.constantFrom('removed', 'doubled', 'moved'), fc.nat(), (whole, path, how, seed) => {
        const changed = copyOf(whole)
        if (path.includes('run') && changed.content.escalation.content.run === null) return
        const entries = at(changed, path) as unknown[]
        const index = seed % Math.max(1, entries.length)
        const [one, next] = [entries[index], entries[index + 1]]
        if (one === undefined || (how === 'moved' && JSON.stringify(one) === JSON.stringify(next ?? one))) return
        if (how === 'removed') entries.splice(index, 1)
        if (how === 'doubled') entries.splice(index, 0, one)
        if (how === 'moved') entries.splice(index, 2, next, one)
        const { verdict, findings } = verify(JSON.stringify(changed))
        expect(verdict).toBe('changed')
        expect(findings.length).toBeGreaterThan(0)
        const last = (at(whole, path) as unknown[]).length - 1
        const covers = [index, Math.min(index + 1, last)].map((number) => coverOf([...path, number], whole))
        // Of two pictures that changed places each has the other's number, and with one gone all after it have.
        const isNamed = ({ part, name }: { part: string; name: string }) =>
          covers.some((cover) => (typeof cover === 'string' ? cover === name : cover.test(name))) || (path.at(-1) === 'pictures' && part === 'picture')
        expect(findings.filter((one) => !isNamed(one))).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  test('tells of any sign of its page that was changed, taken out or put in', () => {
    fc.assert(
      fc.property(file, fc.nat(), fc.constantFrom('x', '<', '', ' ', 'out'), (whole, seed, sign) => {
        const page = pageOf(whole)
        const index = seed % page.length
        const changed = sign === 'out' ? page.slice(0, index) + page.slice(index + 1) : `${page.slice(0, index)}${sign || '\n'}${page.slice(index)}`
        expect(verify(changed).verdict).toBe('changed')
      }),
      { numRuns: 300 },
    )
  })

  test('is found out when all its hashes were made to fit what was changed', () => {
    fc.assert(
      fc.property(file, (whole) => {
        const forged = copyOf(whole)
        forged.content.escalation.content.note = `${forged.content.escalation.content.note} (not)`
        const again = seal(forged.content)
        // Everything but the signature, which needs the key.
        const { verdict, findings } = verify(pageOf({ ...again, signature: whole.signature }))
        expect([verdict, findings.map(({ name }) => name)]).toEqual(['changed', ['The signature']])
        // Hashes of the parts alone leave the log to speak.
        const half = { ...forged, parts: hashesOf(forged.content, forged.log.at(-1)!.hash, sha256) }
        expect(verify(JSON.stringify(half)).findings.some(({ part }) => part === 'log' || part === 'note')).toBe(true)
      }),
    )
  })
})
