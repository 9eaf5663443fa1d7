// `npm run tour [-- --out DIR] [--dark]`: the whole story, headless, one line a step and a screenshot each. Runs anywhere.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildExtension } from './build.ts'
import { buildDir } from './stage/extension.ts'
import { gatherCast } from './tour/cast.ts'
import { tellStory } from './tour/story.ts'
import { createTelling } from './tour/telling.ts'

const { values } = parseArgs({
  options: { out: { type: 'string', default: 'tour-out' }, dark: { type: 'boolean', default: false }, 'no-build': { type: 'boolean', default: false } },
})
const out = resolve(values.out)

async function runTour(): Promise<void> {
  if (!values['no-build'] || !existsSync(buildDir)) buildExtension()
  const telling = createTelling(out, (line) => console.log(line))
  const cast = await gatherCast({ headless: true, colorScheme: values.dark ? 'dark' : 'light' })
  try {
    await tellStory(cast, telling)
    console.log(`The tour is over: ${telling.count()} steps, pictures in ${out}`)
  } catch (error) {
    await Promise.allSettled(
      [cast.agent, cast.lead].flatMap((stage, who) => stage.context.pages().map((page, at) => page.screenshot({ path: `${out}/failed-${who}-${at}.png` }))),
    )
    throw error
  } finally {
    await cast.stop()
  }
}

try {
  await runTour()
} catch (error) {
  console.error(`The tour stopped: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
