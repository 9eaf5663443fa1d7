import { expect, test } from 'vitest'
import { createAdmission } from '../../entrypoints/background/admission.ts'
import { memoryArea } from './memory-browser.ts'

let seed = 0
const random = (length: number) => Uint8Array.from({ length }, () => (seed = (seed * 31 + 7) % 256))
const frame = { tabId: 7, documentId: 'A' }

test('a token admits the document of the tab it was made for', async () => {
  const admission = createAdmission(memoryArea(), random)
  const token = await admission.issue(7, 0)
  expect(await admission.isAdmitted('A', 7)).toBe(false)
  expect(await admission.admit({ ...frame, token }, 29_999)).toBe(true)
  expect(await admission.isAdmitted('A', 7)).toBe(true)
  expect(await admission.isAdmitted('A', 8)).toBe(false)
})

test('a token works once, even for two documents at the same time', async () => {
  const admission = createAdmission(memoryArea(), random)
  const token = await admission.issue(7, 0)
  const both = await Promise.all([admission.admit({ token, tabId: 7, documentId: 'A' }, 1), admission.admit({ token, tabId: 7, documentId: 'B' }, 1)])
  expect(both).toEqual([true, false])
})

test('the document that was admitted may ask again, as it does when the worker died before answering', async () => {
  const admission = createAdmission(memoryArea(), random)
  const token = await admission.issue(7, 0)
  await admission.admit({ ...frame, token }, 1)
  expect(await admission.admit({ ...frame, token }, 2)).toBe(true)
})

test('a token of another tab is refused and used up', async () => {
  const admission = createAdmission(memoryArea(), random)
  const token = await admission.issue(7, 0)
  expect(await admission.admit({ token, tabId: 8, documentId: 'A' }, 1)).toBe(false)
  expect(await admission.admit({ ...frame, token }, 2)).toBe(false)
})

test('a token expires after thirty seconds', async () => {
  const admission = createAdmission(memoryArea(), random)
  const token = await admission.issue(7, 0)
  expect(await admission.admit({ ...frame, token }, 30_001)).toBe(false)
})

test('a made-up token admits nobody', async () => {
  const admission = createAdmission(memoryArea(), random)
  expect(await admission.admit({ ...frame, token: 'f'.repeat(48) }, 1)).toBe(false)
})

test('admission survives the death of the worker', async () => {
  const area = memoryArea()
  const token = await createAdmission(area, random).issue(7, 0)
  expect(await createAdmission(area, random).admit({ ...frame, token }, 1)).toBe(true)
  expect(await createAdmission(area, random).isAdmitted('A', 7)).toBe(true)
})

test('a closed tab leaves nothing behind', async () => {
  const area = memoryArea()
  const admission = createAdmission(area, random)
  await admission.admit({ ...frame, token: await admission.issue(7, 0) }, 1)
  await admission.issue(7, 0)
  const other = await admission.issue(8, 0)
  await admission.forget(7)
  expect([...area.items.keys()]).toEqual([`frame-token:${other}`])
})
