// What was made less before it was sent, in the built extension and at a real hub: cut, blacked out and masked, the hub never had the rest.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Stage } from '../../demo/stage/extension.ts'
import { pressToolbarButton } from '../../demo/stage/toolbar.ts'
import { openPool } from '../../hub/database/pool.ts'
import { escalate, openCase, standing, step } from './panel.ts'
import { isBlack, pixelsOf } from './pixels.ts'
import { openTeam, type Team } from './team.ts'

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const bytesOf = (address: string) => Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')

/** The parts of a WebP file. */
function chunksOf(webp: Buffer): string[] {
  const names: string[] = []
  for (let at = 12; at + 8 <= webp.length; at += 8 + webp.readUInt32LE(at + 4) + (webp.readUInt32LE(at + 4) % 2))
    names.push(webp.toString('latin1', at, at + 4))
  return names
}

/** Every row of every table of the hub, as PostgreSQL writes it. */
async function everyRow(databaseUrl: string): Promise<string> {
  const { pool, db } = openPool(databaseUrl, () => undefined)
  try {
    const { rows: tables } = await pool.query<{ name: string }>(`select quote_ident(tablename) as name from pg_tables where schemaname = current_schema()`)
    const texts: string[] = []
    for (const { name } of tables)
      texts.push(...(await pool.query<{ said: string }>(`select row::text as said from ${name} as row`)).rows.map(({ said }) => said))
    return texts.join('\n')
  } finally {
    await db.destroy()
  }
}

describe('evidence that was made less', () => {
  let team: Team
  let mira: Stage
  let lea: Stage
  beforeAll(async () => {
    team = await openTeam()
    ;[mira, lea] = await Promise.all([team.member('Mira', 'agent'), team.member('Lea', 'lead')])
  })
  afterAll(() => team?.stop())

  it('is all that the hub gets: the pixels, the words and the hash of what the preview showed', async () => {
    const { page, panel } = await openCase(mira.context, team.company.deskUrl, 1042)
    await page.evaluate(() => {
      const said = Object.assign(document.createElement('p'), { textContent: 'Call Zanzi Quillfeather, who packed it. Quillfeather knows.' })
      const cover = Object.assign(document.createElement('div'), { id: 'bright' })
      cover.style.cssText = 'position: fixed; inset: 0 50% 60% 0; background: rgb(255 200 0); pointer-events: none; z-index: 9'
      document.body.append(said, cover)
      said.id = 'said'
    })
    await panel.getByRole('button', { name: /Counterfeit listing/ }).click()
    const save = step(panel, 'Save the listing as it stands now')
    await save.getByRole('button', { name: 'Picture' }).click()
    await save.getByText('button in the toolbar').waitFor()
    await pressToolbarButton(mira, page)
    const preview = save.getByRole('img', { name: /^Picture of / })
    await preview.waitFor()
    const first = bytesOf((await preview.getAttribute('src'))!)
    const { width: wide, height: high } = await pixelsOf(preview, [[20, 20]])

    // A box over the upper left, and the frame around the upper left quarter.
    await save.getByRole('button', { name: 'Crop or black out' }).click()
    const editor = panel.getByRole('dialog', { name: 'Crop or black out' })
    await editor.getByRole('img').waitFor()
    const shown = (await editor.getByRole('img').boundingBox())!
    const drag = async (right: number, bottom: number) => {
      await page.mouse.move(shown.x + shown.width * right, shown.y + shown.height * bottom)
      await page.mouse.down()
      await page.mouse.move(shown.x + 1, shown.y + 1, { steps: 3 })
      await page.mouse.up()
    }
    await drag(0.25, 0.2)
    await editor.getByRole('button', { name: 'Crop', exact: true }).click()
    await drag(0.5, 0.5)
    await editor.getByRole('button', { name: 'Save picture' }).click()
    await save.getByText('Saved. The picture above is what is sent.').waitFor()
    await preview.waitFor()
    const kept = bytesOf((await preview.getAttribute('src'))!)
    const places: [number, number][] = [
      [Math.round(wide * 0.1), Math.round(high * 0.1)],
      [Math.round(wide * 0.2), Math.round(high * 0.03)],
      [Math.round(wide * 0.4), Math.round(high * 0.1)],
    ]
    const before = await pixelsOf(preview, places)
    expect([before.width / wide, before.height / high].map((part) => part.toFixed(1))).toEqual(['0.5', '0.5'])
    expect(before.at.map(isBlack)).toEqual([true, true, false])

    // Of what was selected, a name goes.
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#said')!))
    await save.getByRole('button', { name: 'Selection' }).click()
    await save.getByText('Quillfeather knows.').first().waitFor()
    await save.getByRole('button', { name: 'Mask words…' }).click()
    await save.getByRole('textbox', { name: 'Words to mask' }).fill('quillfeather')
    await save.getByRole('button', { name: 'Mask', exact: true }).click()
    await save.getByText('Call Zanzi [words removed], who packed it. [words removed] knows.').waitFor()
    await page.evaluate(() => {
      getSelection()?.removeAllRanges()
      document.querySelector('#said')?.remove()
    })
    await escalate(panel)
    await standing(panel, /Delivered|Seen/)
    await save.getByText('Sent as it is, so it is not changed any more.').first().waitFor({ state: 'attached' })

    const desk = await lea.open('console.html')
    await desk.getByRole('link', { name: /Mira/ }).click()
    const received = desk.getByRole('article').getByRole('img', { name: /^Picture of / })
    await received.waitFor()
    const got = bytesOf((await received.getAttribute('src'))!)
    expect(sha256(got)).toBe(sha256(kept))
    // Pixels, and the colour space of every canvas: neither Exif nor XMP, and no transparency that could hide something.
    expect(chunksOf(got).filter((name) => !['VP8X', 'ICCP', 'VP8 '].includes(name))).toEqual([])
    expect(await pixelsOf(received, places)).toEqual(before)
    await desk.getByText('Call Zanzi [words removed], who packed it.').first().waitFor()
    await desk.getByText(/^Masked: words in \d places\.$/).waitFor()

    const rows = await everyRow(team.company.hub.databaseUrl)
    const isThere = (said: string) => rows.toLowerCase().includes(said)
    // The last bytes of a picture are its pixels.
    const [was, is] = [first, kept].map((bytes) => [sha256(bytes), bytes.subarray(-200).toString('hex')])
    expect([...is!, 'zanzi [words removed]'].map(isThere)).toEqual([true, true, true])
    expect([...was!, 'quillfeather'].map(isThere)).toEqual([false, false, false])
    await page.close()
  })
})
