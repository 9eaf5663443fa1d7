import { describe, expect, test } from 'vitest'
import { saveSession } from '../../lib/db/session.ts'
import { jonas, mira, sessionOf } from '../db/sample.ts'
import { openScene } from './scene.ts'

const card = '4111 1111 1111 1111'

async function kept(key: string, text: string): Promise<string> {
  const scene = openScene()
  await scene.get('the console', 'draft.set', { key, text })
  return (await scene.get('the console', 'draft.get', { key })).text
}

describe('a draft', () => {
  test('is masked before it is stored', async () => {
    expect(await kept('escalate:desk:1042', `paid with ${card}`)).toBe('paid with [card ending 1111]')
  })

  test('of several fields stays readable when a secret stands beside a quote', async () => {
    const text = JSON.stringify({ outcome: 'Refund', rationale: `the password is abc\\"d and ${card}` })
    const read = JSON.parse(await kept('rule:0198a3c2-0000-7000-8000-0000000000aa', text))
    expect(read.outcome).toBe('Refund')
    expect(read.rationale).toMatch(/^the password is \[removed\].*\[card ending 1111\]$/)
  })

  test('that only begins like fields is masked as a text', async () => {
    expect(await kept('answer:1', `{ ${card}`)).toBe('{ [card ending 1111]')
  })

  test('of one member is not shown to the next on the same device', async () => {
    const scene = openScene()
    const signIn = (member: typeof mira) => scene.worker.database.use((db) => saveSession(db, sessionOf(member)))
    const read = async () => (await scene.get('the side panel', 'draft.get', { key: 'escalate:desk:1042' })).text
    await signIn(mira)
    await scene.get('the side panel', 'draft.set', { key: 'escalate:desk:1042', text: 'half typed' })
    await signIn(jonas)
    expect(await read()).toBe('')
    await signIn(mira)
    expect(await read()).toBe('half typed')
  })

  test('of a playbook stays as it was typed', async () => {
    expect(await kept('playbook:chargeback', `- [ ] Try ${card}`)).toBe(`- [ ] Try ${card}`)
  })
})
