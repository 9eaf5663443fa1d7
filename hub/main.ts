// `npm run hub`: the one place with the real clock, the real dice and the real process.
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import pino from 'pino'
import { HubFault } from './fault.ts'
import { greeting } from './greeting.ts'
import { checkPort, listenHub } from './listen.ts'
import { readOptions, usage } from './options.ts'
import { openStorage } from './storage.ts'

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env)
  if (options === 'help') {
    process.stdout.write(usage)
    return
  }
  const log = pino({ level: options.logLevel, base: null }, pino.destination({ dest: 2, sync: true }))
  let stop: (signal: string) => void = () => process.exit(0)
  const stopAsked = new Promise<string>((resolve) => {
    stop = resolve
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(signal))

  // A folder that is there may be held by the hub on that very port: opening it says so.
  if (options.database.kind === 'embedded' && !existsSync(options.database.dataDir)) await checkPort(options.host, options.port)
  const storage = await openStorage(options.database, { alone: true, wait, onLost: ({ name }) => log.warn({ kind: name }, 'database connection lost') })
  try {
    const hub = { db: storage.db, now: Date.now, random: randomBytes, log, publicUrl: options.publicUrl, extensionIds: options.extensionIds }
    const listening = await listenHub(hub, storage.databaseUrl, options.host, options.port)
    await storage.nameHolder(listening.url, Date.now())
    process.stdout.write(`Handrail hub listening on ${listening.url}\n`)
    log.info({ url: listening.url }, 'listening')
    process.stderr.write(`${await greeting(storage.db, options.database)}\n`)
    log.info({ signal: await stopAsked }, 'draining')
    await listening.close()
  } finally {
    await storage.close()
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof HubFault ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
    process.exit(1)
  },
)
