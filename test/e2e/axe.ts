// What axe finds on a screen of ours, in a page or in the rail's frame. Our own policy refuses script tags, so it is evaluated.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { Panel } from './panel.ts'

const axe = readFileSync(fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8')

/** What axe may find in one theme and not in the other; the shape of a screen is the same in both. */
const ofColour = ['color-contrast', 'link-in-text-block']

type Axe = { axe: { run(scope: Document, options: object): Promise<AxeResults> } }

/** In both themes, `theme, rule: selector, what is wrong` of each element at fault. */
export async function axeFaults(screen: Panel): Promise<string[]> {
  const page = 'page' in screen ? screen.page() : screen
  const faults: string[] = []
  await screen.evaluate(axe)
  for (const [colorScheme, rules] of [
    ['light', null],
    ['dark', ofColour],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const isSettled = (theme: string) =>
      matchMedia(`(prefers-color-scheme: ${theme})`).matches && document.getAnimations().every(({ playState }) => playState !== 'running')
    await screen.waitForFunction(isSettled, colorScheme)
    // Of what is in order nothing is asked: naming and sending each such element is most of the work.
    const violations = await screen.evaluate(
      async (only) => (await (globalThis as unknown as Axe).axe.run(document, { resultTypes: ['violations'], ...(only ? { runOnly: only } : {}) })).violations,
      rules,
    )
    for (const { id, nodes } of violations)
      for (const { target, failureSummary } of nodes) faults.push(`${colorScheme}, ${id}: ${target.join(' ')} ${failureSummary?.split('\n').at(1)?.trim()}`)
  }
  return faults
}
