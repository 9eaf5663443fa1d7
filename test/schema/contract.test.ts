import { describe, expect, test } from 'vitest'
import { egress } from '../../lib/schema/egress.ts'
import { OutboxRoute } from '../../lib/schema/outbox.ts'
import { type RouteName, routes } from '../../lib/schema/routes.ts'

const requestFields = (name: RouteName) => Object.keys((routes[name].request as unknown as { shape: object }).shape).sort()

describe('what leaves the browser', () => {
  test.each(Object.entries(egress))('%s carries the listed fields and no other', (name, { fields }) => {
    expect([...fields].sort()).toEqual(requestFields(name as RouteName))
  })
  test('the routes that are left out of the list are not for the extension', () => {
    const unlisted = Object.keys(routes).filter((name) => !(name in egress))
    expect(unlisted).toEqual(['health', 'evidenceKey', 'publishSnippet', 'publishSynonyms', 'publishRedaction'])
  })
  test('what waits in the outbox is listed and is a command', () => {
    for (const name of OutboxRoute.options) {
      expect(name in egress).toBe(true)
      expect(routes[name].command).toBe(true)
    }
  })
})

describe('the routes', () => {
  test('no two share a method and a path', () => {
    const keys = Object.values(routes).map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':x')}`)
    expect(new Set(keys).size).toBe(keys.length)
  })
  test('whatever changes something is a command, but for joining and leaving', () => {
    const loose = Object.entries(routes).filter(([, { method, command }]) => method !== 'GET' && !command)
    expect(loose.map(([name]) => name)).toEqual(['join', 'leave'])
  })
  test('only health and joining are open to strangers', () => {
    const open = Object.entries(routes).filter(([, { access }]) => access === 'public')
    expect(open.map(([name]) => name)).toEqual(['health', 'join'])
  })
})
