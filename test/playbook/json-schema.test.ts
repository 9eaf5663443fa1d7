import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { schemaText } from '../../hub/cli/schema.ts'
import { parsePlaybook } from '../../lib/playbook/parse.ts'
import { PlaybookDocument } from '../../lib/schema/playbook.ts'
import { playbook } from './arbitrary-document.ts'

const file = readFileSync('docs/playbook.schema.json', 'utf8')
const schema = z.fromJSONSchema(JSON.parse(file))
const numRuns = 100

describe('the JSON Schema of the parsed form', () => {
  test('is what the shapes say (else: npm run handrail -- schema --out docs/playbook.schema.json)', () => expect(file).toBe(schemaText('playbook')))

  test('accepts every document', () => {
    fc.assert(
      fc.property(playbook, (document) => {
        expect(schema.safeParse(JSON.parse(JSON.stringify(document))).error).toBeUndefined()
      }),
      { numRuns },
    )
  })

  test('refuses what the shapes refuse, wherever a document is broken', () => {
    const broken = fc.tuple(playbook, fc.nat(), fc.constantFrom<unknown>(null, '', -1, 1e9, 'S9', 'x y', [], [''], {}, true))
    fc.assert(
      fc.property(broken, ([document, which, value]) => {
        const copy = JSON.parse(JSON.stringify(document))
        const places = placesIn(copy)
        const [holder, key] = places[which % places.length]!
        holder[key] = value
        expect(schema.safeParse(copy).success).toBe(PlaybookDocument.safeParse(copy).success)
      }),
      { numRuns: 4 * numRuns },
    )
  })

  test('refuses a property that does not exist', () => {
    const { document } = parsePlaybook('---\ntitle: A\n---\n- [ ] One\n')
    expect(schema.safeParse(document).success).toBe(true)
    expect(schema.safeParse({ ...document, colour: 'red' }).success).toBe(false)
  })
})

type Holder = Record<string, unknown>

function placesIn(value: unknown): [holder: Holder, key: string][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.keys(value).flatMap((key) => [[value as Holder, key] as [Holder, string], ...placesIn((value as Holder)[key])])
}
