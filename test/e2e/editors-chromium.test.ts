// The editors that npm ships, in Chromium: docs/insertion.md.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtOnce } from '../database.ts'
import { driveChromium } from '../editors/chromium.ts'
import { readMatrix } from '../editors/insertion-page.ts'
import { measure } from '../editors/measure.ts'
import { rows } from '../editors/rows.ts'
import { buildEditors, serveEditors } from '../editors/serve.ts'

const { editors } = readMatrix()
let site: Awaited<ReturnType<typeof serveEditors>>
let driver: Awaited<ReturnType<typeof driveChromium>>
beforeAll(async () => {
  site = await serveEditors(await builtOnce('editors', buildEditors))
  driver = await driveChromium(site.url)
})
afterAll(async () => {
  await driver?.stop()
  await site?.close()
})

describe('in Chromium', () => {
  it.each(rows)('$name holds what the matrix says (else: npm run editors)', async (row) => {
    expect(await measure(driver, row)).toEqual(editors[row.name]?.chromium)
  })

  it.each(['codemirror6', 'codemirror5'])('%s, which draws only the lines in sight, is believed to hold a reply that is longer', async (query) => {
    const lines = Array.from({ length: 150 }, (_, at) => `Line ${at} of a long reply.`)
    const page = await driver.open(query)
    await page.ask('caret')
    expect(await page.insert({ text: lines.join('\n'), reply: [] })).toMatchObject({ arrived: true, reason: '' })
    expect(await page.ask('text')).toContain(lines.join('\n'))
    await page.close()
  })
})
