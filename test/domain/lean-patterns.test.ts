// The expressions of the built extension say what those of the library say.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { RE2JS } from 're2js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { leanPatterns } from '../../lean-patterns.ts'

const published = readFileSync(join(dirname(createRequire(import.meta.url).resolve('re2js')), 'index.js'), 'utf8')
let folder: string
let lean: typeof RE2JS
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'handrail-patterns-'))
  writeFileSync(join(folder, 'lean.mjs'), leanPatterns(published))
  lean = (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'lean.mjs')).href)).RE2JS
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Whether and where, and every group. */
function found(engine: typeof RE2JS, pattern: string, text: string): unknown {
  try {
    const matcher = engine.compile(pattern).matcher(text)
    if (!matcher.find()) return null
    return [matcher.start(), matcher.end(), ...Array.from({ length: matcher.groupCount() }, (_, at) => matcher.group(at + 1))]
  } catch (error) {
    return error instanceof Error ? error.message : error
  }
}

const piece = fc.constantFrom(
  ...'a b A é ſ K 0 7 - . \\d \\w \\s \\b ^ $ [a-f] [^a] \\pL \\p{Lu} \\P{N} (?:ab|a) (a|ba) (?i:ka) (?i) ( ) | * + ? {2,3} [[:alpha:]]'.split(' '),
)
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'k', 'K', 'K', 'ſ', 's', 'é', 'Ж', 'ж', '0', '7', '-', ' ', '\n', '\u{1f600}'), maxLength: 40 })

describe('lean patterns', () => {
  it('find what the library finds, with the same groups, and refuse what it refuses', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 7 }), text, (pieces, value) => {
        expect(found(lean, pieces.join(''), value)).toEqual(found(RE2JS, pieces.join(''), value))
      }),
      { numRuns: 3000 },
    )
  })

  it.each('L LC Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs Cc Cf Co Cs'.split(' '))(
    'class %s holds the letters it holds in the library, of those that both know',
    (name) => {
      const isIn = (engine: typeof RE2JS, category: string) => {
        const compiled = engine.compile(`^\\p{${category}}$`)
        return (rune: string) => compiled.matcher(rune).find()
      }
      const [ours, theirs, isNewer, isOlder] = [isIn(lean, name), isIn(RE2JS, name), isIn(RE2JS, 'Cn'), isIn(lean, 'Cn')]
      const odd: string[] = []
      for (let code = 0; code < 0x20000; code += 101) {
        const rune = String.fromCodePoint(code)
        if (ours(rune) !== theirs(rune) && !isNewer(rune) && !isOlder(rune)) odd.push(code.toString(16))
      }
      expect(odd).toEqual([])
    },
  )

  it.each('L LC Ll Lm Lo Lt Lu M Mn N Nl P S So Z'.split(' '))('class %s holds the same letters when upper and lower case are one', (name) => {
    const isIn = (engine: typeof RE2JS, category: string, flag = '') => {
      const compiled = engine.compile(`^${flag}\\p{${category}}$`)
      return (rune: string) => compiled.matcher(rune).find()
    }
    const [ours, theirs, isNewer, isOlder] = [isIn(lean, name, '(?i)'), isIn(RE2JS, name, '(?i)'), isIn(RE2JS, 'Cn'), isIn(lean, 'Cn')]
    const odd: string[] = []
    for (let code = 0; code < 0x20000; code += code < 0x2200 ? 1 : 13) {
      const rune = String.fromCodePoint(code)
      if (ours(rune) !== theirs(rune) && !isNewer(rune) && !isOlder(rune)) odd.push(code.toString(16))
    }
    expect(odd).toEqual([])
  })

  it('refuse to be made of a library that is laid out otherwise', () => {
    expect(() => leanPatterns(published.replace('static CATEGORIES', 'static Categories'))).toThrow('re2js keeps CATEGORIES elsewhere now')
  })
})
