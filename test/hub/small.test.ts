// Claims about the hub's pure pieces.
import { chmod, mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pino from 'pino'
import { describe, expect, it } from 'vitest'
import { firstClosedFolder } from '../../hub/embedded/account.ts'
import { hostCheckFor, originCheckFor } from '../../hub/http/gate.ts'
import { createLimiter } from '../../hub/http/limiter.ts'
import { readOptions } from '../../hub/options.ts'
import { inviteHash, newInviteCode, newToken } from '../../hub/secrets.ts'
import { makeDataDir } from '../../hub/testing/hub-process.ts'
import { chromiumId } from '../../lib/identity.ts'

describe('secrets', () => {
  it('a code means the same however it is typed', () => {
    const code = newInviteCode((size) => new Uint8Array(size).map((_, index) => index * 37))
    expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/)
    for (const typed of [code.toLowerCase(), code.replaceAll('-', ''), ` ${code} `, `https://hub.example.com/join#${code}`]) {
      expect(inviteHash(typed)).toEqual(inviteHash(code))
    }
  })

  it('a token is 32 bytes', () => {
    expect(newToken((size) => new Uint8Array(size).fill(255))).toBe(`${'_'.repeat(42)}8`)
  })
})

describe('the limiter', () => {
  it('lets an address try again after a minute', () => {
    let now = 0
    const limiter = createLimiter(2, () => now)
    limiter.failed('a')
    now = 10_000
    limiter.failed('a')
    expect([limiter.waitMs('a'), limiter.waitMs('b')]).toEqual([50_000, 0])
    now = 60_001
    expect(limiter.waitMs('a')).toBe(0)
  })
})

describe('the host check', () => {
  it.each([
    ['127.0.0.1', null, '127.0.0.1:7417', true],
    ['127.0.0.1', null, '[::1]:7417', true],
    ['127.0.0.1', null, 'hub.example.com', false],
    ['127.0.0.1', null, '127.0.0.1.example.com', false],
    ['127.0.0.1', 'https://hub.example.com', 'hub.example.com', true],
    ['0.0.0.0', null, 'hub.example.com', true],
  ])('listening on %s as %s, %s: %s', (listen, publicUrl, host, may) => {
    expect(hostCheckFor(listen, publicUrl)(host)).toBe(may)
  })
})

describe('the origin check', () => {
  const other = 'ab'.repeat(16)
  const checkOf = (extensionIds: string[]) => {
    const lines: { origin: string; remedy: string }[] = []
    const log = pino({ level: 'warn' }, { write: (line) => void lines.push(JSON.parse(line)) })
    return { lines, check: originCheckFor({ extensionIds, log }) }
  }

  it('lets the pinned extension in, and the ones that were named', () => {
    const { check, lines } = checkOf([other])
    expect([chromiumId, other, 'b'.repeat(32)].map((id) => check(`chrome-extension://${id}`))).toEqual([true, true, false])
    expect(check('moz-extension://0f8b1c52-7c3e-4b8e-9a55-1f2e3d4c5b6a')).toBe(true)
    expect(lines).toHaveLength(1)
  })

  it('names a refused origin once, with the remedy', () => {
    const { check, lines } = checkOf([])
    const [stranger, page] = [`chrome-extension://${other}`, 'https://desk.example.com']
    for (const origin of [stranger, page, stranger, page]) expect(check(origin)).toBe(false)
    expect(lines.map(({ origin }) => origin)).toEqual([stranger, page])
    expect(lines.map(({ remedy }) => remedy.includes(`--extension-id ${other}`))).toEqual([true, false])
  })

  it('does not let strangers fill the log', () => {
    const { check, lines } = checkOf([])
    for (let port = 1; port <= 1000; port++) check(`http://127.0.0.1:${port}`)
    expect(lines.length).toBeLessThan(100)
  })
})

describe('options', () => {
  it('name extensions by option and by environment', () => {
    const ids = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(32))
    const args = ['--extension-id', ids[0]!, '--extension-id', ids[1]!]
    expect(readOptions(args, { HANDRAIL_EXTENSION_IDS: ` ${ids[2]}, ${ids[3]},` })).toMatchObject({ extensionIds: ids })
    expect(readOptions([], {})).toMatchObject({ extensionIds: [] })
  })

  it.each([
    [['--port', '99999'], {}, /--port 99999 is not a port/],
    [['--bogus'], {}, /Unknown option '--bogus'/],
    [[], { DATABASE_URL: 'mysql://x' }, /DATABASE_URL is not an address/],
    [['--public-url', 'hub'], {}, /--public-url hub is not/],
    [['--extension-id', 'handrail'], {}, /--extension-id handrail is not the id of an extension: 32 letters/],
    [[], { HANDRAIL_EXTENSION_IDS: `${'a'.repeat(32)},no` }, /HANDRAIL_EXTENSION_IDS no is not the id/],
  ])('%j is refused with a sentence', (args, env, sentence) => {
    expect(() => readOptions(args, env)).toThrow(sentence)
  })
})

describe('the data folder', () => {
  it('a folder that the server may not enter is named', async () => {
    const root = await makeDataDir()
    const inner = join(root, 'private', 'data')
    await mkdir(inner, { recursive: true })
    await chmod(root, 0o711)
    const stranger = { uid: 4_000_000, gid: 4_000_000 }
    await chmod(join(root, 'private'), 0o700)
    const closed = firstClosedFolder(inner, stranger)
    await chmod(join(root, 'private'), 0o711)
    const open = firstClosedFolder(inner, stranger)
    await rm(root, { recursive: true })
    // A private TMPDIR above is found first.
    const above = firstClosedFolder(dirname(root), stranger)
    expect([closed, open]).toEqual([above ?? join(root, 'private'), above])
  })
})
