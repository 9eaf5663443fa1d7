// `npm run pictures`: makes the pictures in docs/screenshots from the real product, in both themes, by telling the tour.
import { resolve } from 'node:path'
import { buildExtension } from './build.ts'
import { gatherCast } from './tour/cast.ts'
import { tellStory } from './tour/story.ts'
import { createTelling } from './tour/telling.ts'

const wanted = ['run', 'saved', 'inbox', 'answer-came-home', 'editor']

buildExtension()
for (const colorScheme of ['light', 'dark'] as const) {
  const cast = await gatherCast({ headless: true, colorScheme })
  try {
    await tellStory(
      cast,
      createTelling(resolve('docs/screenshots'), console.log, (name) => (wanted.includes(name) ? `${name}-${colorScheme}.png` : null)),
    )
  } finally {
    await cast.stop()
  }
}
