// The hub's command line and environment, as one checked record.
import { parseArgs } from 'node:util'
import { defaultDataDir } from './embedded/data-folder.ts'
import { invalid } from './fault.ts'

export const defaultPort = 7417
export const usage = `Usage: npm run hub -- [--port P] [--data DIR] [--host ADDRESS] [--public-url URL]
                      [--extension-id ID]

  --port P           port to listen on, 0 for any free one (default ${defaultPort})
  --data DIR         data folder of the built-in PostgreSQL; not used with DATABASE_URL
  --host ADDRESS     address to listen on (default 127.0.0.1)
  --public-url URL   address that people reach this hub by, for invite links
  --extension-id ID  an extension signed with a key of your own; may be repeated

  DATABASE_URL            use this PostgreSQL server instead of the built-in one
  HANDRAIL_EXTENSION_IDS  such ids, separated by commas
  LOG_LEVEL               debug, info, warn or error (default info); the log goes to stderr
`

export interface HubOptions {
  port: number
  host: string
  publicUrl: string | null
  extensionIds: string[]
  database: { kind: 'embedded'; dataDir: string } | { kind: 'server'; url: string }
  logLevel: string
}

export function readOptions(args: string[], env: NodeJS.ProcessEnv): HubOptions | 'help' {
  const { port, data, host, help, ...rest } = parse(args)
  if (help) return 'help'
  const publicUrl = rest['public-url']
  return {
    port: port === undefined ? defaultPort : readPort(port),
    host: host ?? '127.0.0.1',
    publicUrl: publicUrl === undefined ? null : readUrl(publicUrl),
    extensionIds: [
      ...(rest['extension-id'] ?? []).map((id) => readId(id, '--extension-id')),
      ...listIn(env.HANDRAIL_EXTENSION_IDS).map((id) => readId(id, 'HANDRAIL_EXTENSION_IDS')),
    ],
    database: databaseFrom(env, data),
    logLevel: env.LOG_LEVEL ?? 'info',
  }
}

export function databaseFrom(env: NodeJS.ProcessEnv, dataDir: string | undefined): HubOptions['database'] {
  if (!env.DATABASE_URL) return { kind: 'embedded', dataDir: dataDir ?? defaultDataDir(env) }
  if (!/^postgres(ql)?:\/\//.test(env.DATABASE_URL))
    throw invalid('DATABASE_URL is not an address of a PostgreSQL server. Write it as postgresql://user:password@host:5432/database.')
  return { kind: 'server', url: env.DATABASE_URL }
}

function parse(args: string[]) {
  const text = { type: 'string' } as const
  try {
    const options = {
      port: text,
      data: text,
      host: text,
      'public-url': text,
      'extension-id': { ...text, multiple: true },
      help: { type: 'boolean', short: 'h' },
    } as const
    return parseArgs({ args, options }).values
  } catch (error) {
    throw invalid(`${(error as Error).message.split('. ')[0]}. See npm run hub -- --help.`)
  }
}

function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) throw invalid(`--port ${text} is not a port. Choose a number from 0 to 65535.`)
  return port
}

const listIn = (text = '') => text.split(/[\s,]+/).filter((part) => part !== '')

function readId(text: string, from: string): string {
  if (/^[a-p]{32}$/.test(text)) return text
  throw invalid(`${from} ${text} is not the id of an extension: 32 letters from a to p, as chrome://extensions shows it. Firefox needs none.`)
}

function readUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:/.test(text)) throw invalid(`--public-url ${text} is not an http or https address.`)
  return new URL(text).href.replace(/\/+$/, '')
}
