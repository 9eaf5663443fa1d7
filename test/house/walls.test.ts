import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sourceFiles } from './tree.ts'
import { breaches, walls } from './walls.ts'

describe('the walls', () => {
  test('stand in the whole tree', () => {
    const found = sourceFiles(['lib', 'components', 'entrypoints', 'hub']).flatMap((file) => breaches(file, readFileSync(file, 'utf8')))
    expect(found).toEqual([])
  })

  test.each(walls)('around $inside refuse $trip', ({ inside, trip }) => {
    const file = inside.endsWith('/') ? `${inside}some-file.ts` : inside
    expect(breaches(file, `import { something } from '${trip}'\n`)).toHaveLength(1)
    expect(breaches(file, `const late = await import('${trip}')\n`)).toHaveLength(1)
  })

  test('let the page script name types of the schema, and nothing else of it', () => {
    expect(breaches('lib/page/read.ts', `import type { PageRead } from '../schema/page.ts'\n`)).toEqual([])
    expect(breaches('lib/page/read.ts', `import { PageReport } from '../schema/page.ts'\n`)).toHaveLength(1)
  })

  test('leave only the browser seam to know the polyfill', () => {
    const users = sourceFiles(['lib', 'components', 'entrypoints']).filter((file) => /from ['"]webextension-polyfill['"]/.test(readFileSync(file, 'utf8')))
    expect(users).toEqual(['lib/browser.ts'])
  })

  test('every folder of source stands behind one', () => {
    const open = sourceFiles(['lib', 'components', 'entrypoints', 'hub']).filter((file) => !walls.some(({ inside }) => file.startsWith(inside)))
    expect(open).toEqual([])
  })
})
