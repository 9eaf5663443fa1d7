// Prints what the build weighs against its limits, and fails when one is passed. Run after `npm run build`.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'

const build = '.output/chrome-mv3'
if (!existsSync(join(build, 'manifest.json'))) {
  console.error(`There is no build in ${build}: run npm run build first.`)
  process.exit(1)
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`

/** A page's first load: its script and style sheets with everything that they import statically. */
function firstLoad(page: string): string[] {
  const html = readFileSync(join(build, page), 'utf8')
  const files = new Set<string>([page])
  const visit = (file: string) => {
    const path = normalize(file).replace(/^\//, '')
    if (files.has(path) || !existsSync(join(build, path))) return
    files.add(path)
    if (!path.endsWith('.js')) return
    for (const [, specifier] of readFileSync(join(build, path), 'utf8').matchAll(
      /(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{}\s,]+\s*from\s*)?["'](\.[^"']+)["']/g,
    )) {
      visit(join(dirname(path), specifier!))
    }
  }
  for (const [, file] of html.matchAll(/(?:src|href)="(\/?[^"]+\.(?:js|css))"/g)) visit(file!)
  return [...files]
}

const raw = (files: string[]) => files.reduce((sum, file) => sum + statSync(join(build, file)).size, 0)
const compressed = (files: string[]) => files.reduce((sum, file) => sum + gzipSync(readFileSync(join(build, file)), { level: 9 }).length, 0)

interface Row {
  what: string
  bytes: number
  limit: number
}
const rows: Row[] = [
  { what: 'page script, raw (every enabled page)', bytes: raw(['page.js']), limit: 15_000 },
  { what: 'panel, first load, compressed', bytes: compressed(firstLoad('sidebar.html')), limit: 130_000 },
  { what: 'worker, raw', bytes: raw(['background.js']), limit: 320_000 },
  { what: 'welcome page, first load, compressed', bytes: compressed(firstLoad('welcome.html')), limit: 130_000 },
  { what: 'console, first load, compressed', bytes: compressed(firstLoad('console.html')), limit: 400_000 },
]

let failed = false
for (const { what, bytes, limit } of rows) {
  const over = bytes > limit
  failed ||= over
  console.log(`${over ? 'OVER' : 'ok  '}  ${what.padEnd(40)} ${kilobytes(bytes).padStart(10)} of ${kilobytes(limit)}`)
}
process.exit(failed ? 1 : 0)
