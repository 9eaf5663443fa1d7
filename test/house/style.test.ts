import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listed, sourceFiles } from './tree.ts'

const product = () => sourceFiles(['lib', 'components', 'entrypoints', 'hub', 'demo'])
const everything = () => sourceFiles(['lib', 'components', 'entrypoints', 'hub', 'demo', 'bench', 'test'])
const lines = (file: string) => readFileSync(file, 'utf8').split('\n').length - 1

/** What a file breaks by its name and its text alone. */
function faultsOf(file: string, source: string): string[] {
  const faults: string[] = []
  const name = basename(file).replace(/\.(test\.)?tsx?$/, '')
  if (/(^|\/)(utils?|helpers?|common|shared|misc)(\/|\.|$)/.test(file)) faults.push(`${file}: a drawer without a label`)
  if (/(manager|service|helper|info|data)$/i.test(name)) faults.push(`${file}: the name says nothing`)
  if (file.endsWith('.tsx') && !/^([A-Z][A-Za-z]*|main)$/.test(name) && !file.includes('.test.'))
    faults.push(`${file}: a component file carries its component's name`)
  if (file.endsWith('.ts') && !/^[a-z0-9.-]+$/.test(name)) faults.push(`${file}: kebab-case, please`)
  if (/^export \* from/m.test(source)) faults.push(`${file}: a barrel`)
  if (!/^(#!.*\n)?\s*(\/\/|\/\*)/.test(source) && !file.includes('.test.')) faults.push(`${file}: does not open by saying what it owns`)
  return faults
}

describe('the house style', () => {
  test('no file is longer than 300 lines, and most are short', () => {
    const sizes = product().map((file) => [lines(file), file] as const)
    expect(everything().filter((file) => lines(file) > 300)).toEqual([])
    const sorted = sizes.map(([size]) => size).sort((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(60)
    expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThanOrEqual(150)
  })
  test('names and openings are kept', () => expect(product().flatMap((file) => faultsOf(file, readFileSync(file, 'utf8')))).toEqual([]))
  test.each([
    ['lib/utils/x.ts', '// x', 1],
    ['lib/db/data-manager.ts', '// x', 1],
    ['components/ui/button.tsx', '// x', 1],
    ['lib/domain/caseKey.ts', '// x', 1],
    ['lib/schema/all.ts', `// x\nexport * from './a.ts'\n`, 1],
    ['lib/schema/a.ts', 'export {}', 1],
    ['lib/schema/a.ts', '// Owns a.\nexport {}', 0],
  ])('%s with %j has %i faults', (file, source, count) => expect(faultsOf(file, source)).toHaveLength(count))
  test('no test is left out, singled out or asleep', () => {
    const marks = /\b(?:it|test|describe)\.(?:only|todo|skip)\b|expect\(true\)|setTimeout\([^)]*\d{3,}\)\)\s*(?:\/\/ wait)?$/m
    const found = everything().filter((file) => file.startsWith('test/') && !file.endsWith('style.test.ts') && marks.test(readFileSync(file, 'utf8')))
    expect(found).toEqual([])
  })
  test('no file carries a path of one machine', () => {
    const marks = /\/(work|home\/[a-z]+|Users\/[A-Za-z]+)\/[a-z]/
    const found = listed(['.']).filter(
      (file) => /\.(tsx?|md|json|ya?ml|sh)$/.test(file) && file !== 'test/house/style.test.ts' && marks.test(readFileSync(file, 'utf8')),
    )
    expect(found).toEqual([])
  })
})
