// Claims about the hub's pure pieces.
import { chmod, mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { firstClosedFolder } from '../../hub/embedded/account.ts'
import { hostCheckFor } from '../../hub/http/gate.ts'
import { createLimiter } from '../../hub/http/limiter.ts'
import { readOptions } from '../../hub/options.ts'
import { inviteHash, newInviteCode, newToken } from '../../hub/secrets.ts'
import { makeDataDir } from '../../hub/testing/hub-process.ts'

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

describe('options', () => {
  it.each([
    [['--port', '99999'], {}, /--port 99999 is not a port/],
    [['--bogus'], {}, /Unknown option '--bogus'/],
    [[], { DATABASE_URL: 'mysql://x' }, /DATABASE_URL is not an address/],
    [['--public-url', 'hub'], {}, /--public-url hub is not/],
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
