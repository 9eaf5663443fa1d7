import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { schemaText } from '../../hub/cli/schema.ts'
import { SiteDraft } from '../../lib/schema/site.ts'

const file = readFileSync('docs/site.schema.json', 'utf8')
const schema = z.fromJSONSchema(JSON.parse(file))
const folders = ['playbooks/sites', 'playbooks/sites/candidates']
const files = folders.flatMap((folder) => readdirSync(folder).flatMap((name) => (name.endsWith('.yaml') ? `${folder}/${name}` : [])))
/** As an editor reads it: typed YAML. */
const written = (name: string): unknown => parse(readFileSync(name, 'utf8'))

describe('the JSON Schema of a site file', () => {
  test('is what the shapes say (else: npm run handrail -- schema site --out docs/site.schema.json)', () => expect(file).toBe(schemaText('site')))

  test.each(files)('accepts %s, with and without the line of who verified it', (name) => {
    const { verified, ...rest } = written(name) as Record<string, unknown>
    expect(schema.safeParse({ verified, ...rest }).error).toBeUndefined()
    expect(schema.safeParse(rest).success).toBe(true)
  })

  test('refuses what the shapes refuse, wherever a profile is broken', () => {
    const broken = fc.tuple(fc.constantFrom(...files), fc.nat(), fc.constantFrom<unknown>(null, '', -1, 'x y', 'x'.repeat(500), [], [''], {}, true))
    fc.assert(
      fc.property(broken, ([name, which, value]) => {
        const copy = { verified: null, ...(written(name) as object) }
        const places = placesIn(copy)
        const [holder, key] = places[which % places.length]!
        holder[key] = value
        expect(schema.safeParse(copy).success).toBe(SiteDraft.safeParse(copy).success)
      }),
      { numRuns: 300 },
    )
  })

  test('refuses a key that nothing reads', () => {
    expect(schema.safeParse({ ...(written(files[0]!) as object), colour: 'red' }).success).toBe(false)
  })
})

type Holder = Record<string, unknown>

function placesIn(value: unknown): [holder: Holder, key: string][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.keys(value).flatMap((key) => [[value as Holder, key] as [Holder, string], ...placesIn((value as Holder)[key])])
}
