// The polyfill of the built extension wraps every namespace that the seam offers, and only those.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { leanPolyfill } from '../../lean-polyfill.ts'
import { browserExtras, browserNamespaces } from '../../lib/browser-namespaces.ts'

const published = readFileSync(createRequire(import.meta.url).resolve('webextension-polyfill'), 'utf8')
const kept = [...browserNamespaces, ...browserExtras]

/** The polyfill as it runs in a browser without promises of its own: what `ask` names, called, is answered by its callback. */
function wrapped(source: string, namespace: string, call: string): unknown {
  const answer = (...words: unknown[]) => {
    const done = words.at(-1)
    if (typeof done === 'function') done('answered')
    return 'not wrapped'
  }
  const chrome = { runtime: { id: 'x' }, [namespace]: { [call]: answer, ...(namespace === 'runtime' ? { id: 'x' } : {}) } }
  const module = { exports: {} as Record<string, Record<string, (...words: unknown[]) => unknown>> }
  new Function('module', 'exports', 'chrome', 'globalThis', 'define', source)(module, module.exports, chrome, { chrome }, undefined)
  return module.exports[namespace]![call]!(...(call === 'query' ? [{}] : []))
}

test.each([
  ['tabs', 'query'],
  ['runtime', 'getPlatformInfo'],
  ['permissions', 'getAll'],
  ['commands', 'getAll'],
  ['contextMenus', 'removeAll'],
  ['notifications', 'getAll'],
  ['alarms', 'getAll'],
])('%s.%s promises an answer as it does in the whole one', async (namespace, call) => {
  expect(await wrapped(published, namespace, call)).toBe('answered')
  expect(await wrapped(leanPolyfill(published, kept), namespace, call)).toBe('answered')
})

test('what nothing names is left as the browser has it', () => {
  expect(wrapped(leanPolyfill(published, kept), 'history', 'deleteAll')).toBe('not wrapped')
})

test('a polyfill that is laid out otherwise is refused', () => {
  expect(() => leanPolyfill(published.replace('apiMetadata = {', 'metadata = {'), kept)).toThrow('mend lean-polyfill.ts')
})
