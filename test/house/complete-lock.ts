// Completes package-lock.json: `npm install` leaves out an optional package of another platform when the registry that it asked does
// not carry it, and `npm ci` then refuses the whole file. Run after an install: node test/house/complete-lock.ts
import { readFileSync, writeFileSync } from 'node:fs'

interface Locked {
  version?: string
  optional?: boolean
  dev?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}
export type Lock = { packages: Record<string, Locked> }

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'wasi', 'aix', 'netbsd', 'openbsd', 'sunos']
const processors = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32']

/** Optional packages that some locked package names and the lock does not hold, by their place in it. */
export function missingOptionals({ packages }: Lock): { place: string; name: string; version: string; dev: boolean }[] {
  return Object.entries(packages).flatMap(([, { optionalDependencies = {}, dev = false }]) =>
    Object.entries(optionalDependencies).flatMap(([name, version]) => {
      const place = `node_modules/${name}`
      return place in packages || !/^\d/.test(version) ? [] : [{ place, name, version, dev }]
    }),
  )
}

/** What the name of a platform package says of where it runs. */
function platformOf(name: string): Pick<Locked, 'os' | 'cpu' | 'libc'> {
  const words = name.split('/').at(-1)!.split(/[-_.]/)
  const os = systems.filter((system) => words.includes(system))
  const cpu = processors.filter((processor) => words.some((word) => word === processor || (processor === 'arm' && /^arm(eabi|v7)?$/.test(word))))
  const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : words.some((word) => word.startsWith('gnu')) ? ['glibc'] : []
  return { ...(cpu.length > 0 ? { cpu } : {}), ...(libc.length > 0 ? { libc } : {}), ...(os.length > 0 ? { os } : {}) }
}

if (import.meta.main) {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock
  const missing = missingOptionals(lock)
  for (const { place, name, version, dev } of missing) lock.packages[place] = { version, ...(dev ? { dev } : {}), ...platformOf(name), optional: true }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`${missing.length} added${missing.length > 0 ? `: ${missing.map(({ name }) => name).join(', ')}` : ''}`)
}
