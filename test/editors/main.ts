// `npm run editors`: measures the matrix in both browsers and writes it and docs/insertion.md. Wants the Firefox build.
import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { whyNoFirefox } from '../e2e/firefox.ts'
import { driveChromium } from './chromium.ts'
import { driveFirefox } from './firefox.ts'
import { docsFile, insertionPage, type Matrix, matrixFile } from './insertion-page.ts'
import { type Cells, type Driver, measure } from './measure.ts'
import { rows } from './rows.ts'
import { buildEditors, serveEditors } from './serve.ts'

const missing = whyNoFirefox()
if (missing) throw new Error(missing)

const folder = await mkdtemp(join(tmpdir(), 'handrail-editors-'))
await buildEditors(folder)
const site = await serveEditors(folder)

async function column(driver: Driver & { version: string; stop: () => Promise<void> }): Promise<Cells[]> {
  const cells: Cells[] = []
  for (const row of rows) cells.push(await measure(driver, row))
  await driver.stop()
  return cells
}

try {
  const [chromium, firefox] = [await driveChromium(site.url), await driveFirefox(site.url)]
  const browsers = { chromium: chromium.version, firefox: firefox.version }
  const [inChromium, inFirefox] = [await column(chromium), await column(firefox)]
  const editors = Object.fromEntries(rows.map(({ name }, at) => [name, { chromium: inChromium[at]!, firefox: inFirefox[at]! }]))
  const matrix: Matrix = { browsers, editors }
  writeFileSync(matrixFile, `${JSON.stringify(matrix, null, 2)}\n`)
  writeFileSync(docsFile, insertionPage(matrix))
  console.log(`${rows.length} editors: ${docsFile}`)
} finally {
  await site.close()
  await rm(folder, { recursive: true, force: true })
}
