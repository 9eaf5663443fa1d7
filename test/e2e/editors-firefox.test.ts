// The editors that npm ships, in Firefox with its own build: docs/insertion.md.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtOnce } from '../database.ts'
import { driveFirefox } from '../editors/firefox.ts'
import { readMatrix } from '../editors/insertion-page.ts'
import { measure } from '../editors/measure.ts'
import { rows } from '../editors/rows.ts'
import { buildEditors, serveEditors } from '../editors/serve.ts'
import { whyNoFirefox } from './firefox.ts'

const missing = whyNoFirefox()
if (missing) process.stderr.write(`Firefox: editors not run. ${missing}\n`)

describe.runIf(missing === null)('in Firefox', () => {
  const { editors } = readMatrix()
  let site: Awaited<ReturnType<typeof serveEditors>>
  let driver: Awaited<ReturnType<typeof driveFirefox>>
  beforeAll(async () => {
    site = await serveEditors(await builtOnce('editors', buildEditors))
    driver = await driveFirefox(site.url)
  })
  afterAll(async () => {
    await driver?.stop()
    await site?.close()
  })

  it.each(rows)('$name holds what the matrix says (else: npm run editors)', async (row) => {
    expect(await measure(driver, row)).toEqual(editors[row.name]?.firefox)
  })
})
