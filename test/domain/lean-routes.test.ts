// The extension's copy of the routes has those that it may call, whole, and no other.
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { expect, test } from 'vitest'
import { leanRoutes } from '../../lean-routes.ts'
import { egress } from '../../lib/schema/egress.ts'
import { routes } from '../../lib/schema/routes.ts'

const source = stripTypeScriptTypes(readFileSync('lib/schema/routes.ts', 'utf8'))
const hubOnly = Object.keys(routes).filter((name) => !(name in egress))
const namesIn = (text: string) => [...text.matchAll(/^ {2}(\w+): route\(/gm)].map(([, name]) => name)

test('leaves what the extension calls, and nothing of what it does not', () => {
  const lean = leanRoutes(source, hubOnly)
  expect(namesIn(lean)).toEqual(Object.keys(routes).filter((name) => name in egress))
  expect(lean).not.toContain('summary:')
  expect(() => stripTypeScriptTypes(lean)).not.toThrow()
})

test('leaves the shapes of the routes that stay as they were', () => {
  const lean = leanRoutes(source, hubOnly)
  for (const name of namesIn(lean)) {
    const path = (routes as Record<string, { path: string }>)[name!]!.path
    expect(lean).toContain(`${path}'`)
  }
  expect(leanRoutes(source, []).replace(/\s+/g, '')).toContain(
    "health:route('GET','/healthz','public',{params:none,request:none,response:z.object({ok:z.boolean()})})",
  )
})

test('says so when a route is not written as it was', () => expect(() => leanRoutes(source, ['gone'])).toThrow('The route gone is not written'))
