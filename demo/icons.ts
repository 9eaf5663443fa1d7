// Draws the mark, a post-and-rail on a teal tile, and rasterizes it to public/icon. Refuses nothing: run it again after a change.
// Each size has its own drawing: what is a curve at 128 pixels would be a smudge at 16.
import { mkdir, writeFile } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import { findChromium, launchFlags } from './stage/chromium.ts'

const folder = new URL('../public/icon/', import.meta.url)
const teal = '#0b5c61'
const pale = '#f2fbfa'

/** Lines in the units of `size`; the rail levels out at both ends, as a stair's does, and two posts carry it. */
interface Drawing {
  size: number
  radius: number
  railWidth: number
  postWidth: number
  rail: string
  posts: string
}

const small = (size: 16 | 32): Drawing => {
  const unit = size / 16
  return {
    size,
    radius: 3.5 * unit,
    railWidth: 2 * unit,
    postWidth: unit,
    rail: `M${2.5 * unit} ${9 * unit}H${4.5 * unit}L${11.5 * unit} ${4 * unit}H${13.5 * unit}`,
    posts: `M${4.5 * unit} ${9 * unit}V${13 * unit}M${11.5 * unit} ${4 * unit}V${13 * unit}`,
  }
}

const large = (size: 48 | 128): Drawing => {
  const at = (x: number) => (x * size) / 128
  const curve = [20, 68, 34, 68, 40, 68, 44, 65.5, 84, 38.5, 88, 36, 94, 36, 108, 36].map(at)
  const [x0, y0, x1, , x2, y2, x3, y3, x4, y4, x5, y5, x6, y6, x7] = curve
  return {
    size,
    radius: at(28),
    railWidth: at(14),
    postWidth: at(9),
    rail: `M${x0} ${y0}H${x1}Q${x2} ${y2} ${x3} ${y3}L${x4} ${y4}Q${x5} ${y5} ${x6} ${y6}H${x7}`,
    posts: `M${at(43)} ${at(66)}V${at(101)}M${at(85)} ${at(38)}V${at(101)}`,
  }
}

const svg = ({ size, radius, railWidth, postWidth, rail, posts }: Drawing) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">
<rect width="${size}" height="${size}" rx="${radius}" fill="${teal}"/>
<g fill="none" stroke="${pale}" stroke-linecap="round" stroke-linejoin="round"><path d="${posts}" stroke-width="${postWidth}"/><path d="${rail}" stroke-width="${railWidth}"/></g>
</svg>`

const browser = await chromium.launch({ executablePath: findChromium(), args: launchFlags() })
try {
  const page = await browser.newPage({ deviceScaleFactor: 1 })
  await mkdir(folder, { recursive: true })
  for (const drawing of [small(16), small(32), large(48), large(128)]) {
    await page.setViewportSize({ width: drawing.size, height: drawing.size })
    await page.setContent(`<style>html,body{margin:0;background:transparent}svg{display:block}</style>${svg(drawing)}`)
    await writeFile(new URL(`${drawing.size}.png`, folder), await page.screenshot({ omitBackground: true }))
  }
} finally {
  await browser.close()
}
