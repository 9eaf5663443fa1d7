import { expect, test } from 'vitest'
import type { RunEnding } from '../../lib/schema/run.ts'
import { id, lena, playbookOf } from '../db/sample.ts'
import { openDesk, openHub } from './handing-over.ts'

const { title, version, hash } = { title: 'Counterfeit', ...playbookOf('counterfeit', 1) }
const ending: RunEnding = {
  runId: id(1),
  playbook: { id: 'counterfeit', version, hash, title },
  by: { id: id(2), name: 'Mira' },
  closedAt: 9,
  outcome: 'Duplicate',
  override: { reason: 'Duplicate of 1042', at: 9, open: [{ stepId: 'look', label: 'Look' }] },
  decided: [],
}

test('how the runs of an escalated case ended is asked of the hub each time, and nothing of it is kept', async () => {
  const desk = await openDesk(openHub(), lena)
  const asked: string[] = []
  desk.fetch.answer = async (input) => {
    asked.push(new URL(new Request(input).url).pathname)
    return Response.json({ endings: [ending] })
  }
  for (const _ of [1, 2]) expect(await desk.get('the console', 'inbox.endings', { id: id(7) })).toEqual([ending])
  expect(asked.filter((path) => path.endsWith('/runs'))).toEqual(Array(2).fill(`/v1/escalations/${id(7)}/runs`))
  desk.fetch.answer = async () => {
    throw new TypeError('Failed to fetch')
  }
  expect(await desk.ask('the console', 'inbox.endings', { id: id(7) })).toMatchObject({ ok: false, error: { code: 'unavailable' } })
})

test('an evidence file comes from the hub as it is, under one key for both attempts', async () => {
  const desk = await openDesk(openHub(), lena)
  const keys: (string | null)[] = []
  desk.fetch.answer = async (input, init) => {
    const request = new Request(input, init)
    if (!request.url.endsWith('/evidence')) return Response.json({})
    keys.push(request.headers.get('idempotency-key'))
    return Response.json({ html: '<!doctype html>' })
  }
  for (const _ of [1, 2]) expect(await desk.get('the console', 'inbox.evidence', { id: id(7), commandId: id(9) })).toEqual({ html: '<!doctype html>' })
  expect(keys).toEqual([id(9), id(9)])
})
