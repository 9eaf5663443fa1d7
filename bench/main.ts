// `npm run bench [-- NAME ...] [--json]`: measures the built extension and the hub beside their targets. Asserts no times: it fails
// only when something breaks. Reads a copy of the build, so that a build that happens meanwhile changes nothing.
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { medianOf, quantile, type Row } from './row.ts'
import { tableOf } from './table.ts'

const benches: Record<string, () => Promise<{ measure(): Promise<Row[]> }>> = {
  escalation: () => import('./rows/escalation.ts'),
  publish: () => import('./rows/publish.ts'),
  saved: () => import('./rows/saved.ts'),
  page: () => import('./rows/page.ts'),
  open: () => import('./rows/open.ts'),
  worker: () => import('./rows/worker.ts'),
  hub: () => import('./rows/hub.ts'),
  triggers: () => import('./rows/triggers.ts'),
  redaction: () => import('./rows/redaction.ts'),
}
/** Rules alone: measured from the source. */
const buildless = ['triggers', 'redaction']

const caution = 'On a machine that does other work these figures are only ratios: compare rows of one run with each other, and runs of one quiet machine.'
const loads = () =>
  loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } })
const unknown = positionals.filter((name) => !(name in benches))
if (unknown.length > 0) {
  console.error(`There is no bench named ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`)
  process.exit(1)
}

/** The rows read the build through HANDRAIL_BUILD, so it is named before they are loaded. */
function copyBuild(): () => void {
  if (process.env.HANDRAIL_BUILD) return () => undefined
  const build = '.output/chrome-mv3'
  if (!existsSync(join(build, 'manifest.json'))) {
    console.error(`There is no build in ${build}: run npm run build first.`)
    process.exit(1)
  }
  const copy = mkdtempSync(join(tmpdir(), 'handrail-bench-'))
  cpSync(build, copy, { recursive: true })
  process.env.HANDRAIL_BUILD = copy
  return () => rmSync(copy, { recursive: true, force: true })
}

const names = positionals.length > 0 ? positionals : Object.keys(benches)
const machine = { cores: availableParallelism(), processor: cpus()[0]?.model ?? 'unknown', node: process.version }
const found: { bench: string; rows: Row[] }[] = []
const loadBefore = loads()
const removeCopy = names.every((name) => buildless.includes(name)) ? () => undefined : copyBuild()
if (!values.json) console.log(`Handrail bench on ${machine.cores} cores (${machine.processor}), load ${loadBefore}\n${caution}\n`)
for (const bench of names) {
  if (values.json) console.error(`measuring ${bench}`)
  try {
    const { measure } = await benches[bench]!()
    const rows = await measure()
    found.push({ bench, rows })
    if (!values.json) console.log(`${bench}\n${tableOf(rows)}\n`)
  } catch (error) {
    process.exitCode = 1
    console.error(`${bench} broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  }
}
removeCopy()

if (values.json) {
  const rows = found.flatMap(({ bench, rows }) =>
    rows.map((row) => ({
      bench,
      ...row,
      median: medianOf(row.samples),
      min: Math.min(...row.samples),
      max: Math.max(...row.samples),
      p95: quantile(row.samples, 0.95),
    })),
  )
  console.log(JSON.stringify({ at: new Date().toISOString(), machine, load: { before: loadBefore, after: loads() }, caution, rows }, null, 2))
} else console.log(`Load at the end ${loads()}`)
