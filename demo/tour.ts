// `npm run tour [-- --out DIR] [--dark]`: the whole story, headless, one line a step and a screenshot each. Runs anywhere.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs, stripVTControlCharacters } from 'node:util'
import { buildExtension } from './build.ts'
import { buildDir } from './stage/extension.ts'
import { type Cast, gatherCast } from './tour/cast.ts'
import { tellStory } from './tour/story.ts'
import { createTelling } from './tour/telling.ts'

const { values } = parseArgs({
  options: { out: { type: 'string', default: 'tour-out' }, dark: { type: 'boolean', default: false }, 'no-build': { type: 'boolean', default: false } },
})
const out = resolve(values.out)
let isEnding = false

async function runTour(): Promise<void> {
  if (!values['no-build'] || !existsSync(buildDir)) {
    console.log('Building the extension.')
    buildExtension()
  }
  console.log('Starting the hub, the demo desk and two browsers.')
  const telling = createTelling(out, (line) => console.log(line))
  const gathering = gatherCast({ headless: true, colorScheme: values.dark ? 'dark' : 'light' })
  endOnSignal(gathering)
  const cast = await gathering
  try {
    await tellStory(cast, telling)
    console.log(`The tour is over: ${telling.count()} steps, pictures in ${out}`)
  } catch (error) {
    // Ended by a person: what breaks then is no news.
    if (isEnding) return
    await Promise.allSettled(
      [cast.agent, cast.lead].flatMap((stage, who) => stage.context.pages().map((page, at) => page.screenshot({ path: `${out}/failed-${who}-${at}.png` }))),
    )
    throw error
  } finally {
    await cast.stop()
  }
}

/** Ctrl-C, or the end of whoever started this: nothing stays behind, not even of what was still being started. */
function endOnSignal(gathering: Promise<Cast>): void {
  const end = () => {
    if (isEnding) return
    isEnding = true
    console.log('Ending.')
    void gathering.then((cast) => cast.stop()).finally(() => process.exit(130))
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end)
}

try {
  await runTour()
} catch (error) {
  const message = stripVTControlCharacters(error instanceof Error ? error.message : String(error))
  console.error(`The tour stopped: ${message}\nPictures so far, and of every page as it stood, are in ${out}`)
  process.exitCode = 1
}
