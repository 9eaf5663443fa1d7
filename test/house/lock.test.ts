import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Lock, missingOptionals } from './complete-lock.ts'

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock

describe('the lock file', () => {
  test('names no host', () => expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved"'))
  test('holds every optional package of every platform (else: node test/house/complete-lock.ts)', () => expect(missingOptionals(lock)).toEqual([]))
  test('misses one when it is taken out', () => {
    const without = { packages: Object.fromEntries(Object.entries(lock.packages).filter(([place]) => !place.endsWith('cli-win32-x64'))) }
    expect(missingOptionals(without).map(({ name }) => name)).toEqual(['@biomejs/cli-win32-x64'])
  })
})
