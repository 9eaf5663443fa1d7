import { expect, test } from 'vitest'
import { createGestureMemory } from '../../entrypoints/background/gestures.ts'
import type { Area } from '../../lib/browser.ts'

function memoryArea(): Area {
  const items: Record<string, unknown> = {}
  return {
    get: async () => ({ ...items }),
    set: async (more: object) => void Object.assign(items, more),
    remove: async () => {},
  } as unknown as Area
}

test('the newest gesture is kept, however many came before it', async () => {
  const gestures = createGestureMemory(memoryArea())
  for (let tabId = 0; tabId < 60; tabId++) await gestures.note(tabId, 'https://desk.example.com')
  expect(await gestures.has(59, 'https://desk.example.com')).toBe(true)
  expect(await gestures.has(0, 'https://desk.example.com')).toBe(false)
})
