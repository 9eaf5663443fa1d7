// A Firefox with the built extension, driven over WebDriver BiDi: neither Playwright nor a driver from a registry can load an extension there.
// Says in one sentence why there is none; installs it when root on Debian.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { firefoxId } from '../../lib/identity.ts'
import { type FirefoxPage, openPage, type Send } from './firefox-page.ts'
import { type FirefoxWindow, windowOf } from './firefox-window.ts'

const places = ['/usr/bin/firefox-esr', '/usr/bin/firefox']
/** Pins the host of our own pages, which Firefox draws by lot for each profile. */
const pageHost = '7c1f6f2a-5b0e-4d43-9a53-0d4f3c1f8e21'
export const firefoxBuild = resolve(process.env.HANDRAIL_FIREFOX_BUILD ?? '.output/firefox-mv3')

const find = () => [process.env.HANDRAIL_FIREFOX ?? '', ...places].find((place) => place !== '' && existsSync(place)) ?? null

/** Null when there is a Firefox; else the sentence to show. */
export function whyNoFirefox(): string | null {
  if (find()) return null
  const sentence = 'There is no Firefox here; on Debian: apt-get install firefox-esr, elsewhere set HANDRAIL_FIREFOX to its path.'
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return sentence
  const quiet = { stdio: 'ignore' as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update', '-qq'], quiet)
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'firefox-esr'], quiet)
  return find() ? null : sentence
}

export interface Firefox {
  /** Opens one of our own pages, such as `welcome.html`, or any address, in a new tab in front. */
  open(path: string): Promise<FirefoxPage>
  /** What is drawn around pages: prompts, the toolbar, the sidebar, menus and keys. */
  window: FirefoxWindow
  stop(): Promise<void>
}

interface FirefoxOptions {
  /** What an organisation would set for the extension. */
  policy?: Record<string, unknown>
  build?: string
  /** As in about:config. */
  preferences?: Record<string, string | number | boolean>
}

export async function startFirefox({ policy = {}, build = firefoxBuild, preferences = {} }: FirefoxOptions = {}): Promise<Firefox> {
  if (!existsSync(join(build, 'manifest.json'))) throw new Error(`There is no built extension in ${build}: run npm run build:firefox first.`)
  const profile = mkdtempSync(join(tmpdir(), 'handrail-firefox-'))
  const uuids = { 'extensions.webextensions.uuids': JSON.stringify({ [firefoxId]: pageHost }) }
  const all = { ...uuids, 'datareporting.policy.dataSubmissionEnabled': false, ...preferences }
  writeFileSync(
    join(profile, 'user.js'),
    Object.entries(all)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  )
  const managed = join(profile, '.mozilla', 'managed-storage')
  mkdirSync(managed, { recursive: true })
  const manifest = { name: firefoxId, description: 'Handrail', type: 'storage', data: policy }
  writeFileSync(join(managed, `${firefoxId}.json`), JSON.stringify(manifest))
  const words = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0', '--remote-allow-system-access', 'about:blank']
  const child = spawn(find() ?? 'firefox', words, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: profile } })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const stop = async () => {
    child.kill()
    await ended
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const send = await connect(`${await addressOf(child)}/session`)
    await send('session.new', { capabilities: {} })
    await send('webExtension.install', { extensionData: { type: 'path', path: build } })
    const open = (path: string) => openPage(send, path.startsWith('http') ? path : `moz-extension://${pageHost}/${path}`)
    return { open, window: await windowOf(send), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (piece: Buffer) => {
      said += piece.toString()
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1]
      if (address) resolve(address)
    })
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`Firefox ended before it could be driven: ${said.trim().split('\n').at(-1) ?? ''}`)))
  })
}

async function connect(address: string): Promise<Send> {
  const socket = new WebSocket(address)
  await new Promise((done, fail) => {
    socket.onopen = done
    socket.onerror = () => fail(new Error('Firefox refused the connection.'))
  })
  type Answer = { id?: number; error?: string; message?: string; result?: Record<string, unknown> }
  const waiting = new Map<number, (answer: Answer) => void>()
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data)) as Answer
    if (message.id !== undefined) waiting.get(message.id)?.(message)
  }
  let last = 0
  return (method, params) =>
    new Promise((resolve, reject) => {
      const id = ++last
      waiting.set(id, ({ error, message, result }) => {
        waiting.delete(id)
        if (error) reject(new Error(`${method}: ${error}: ${message}`))
        else resolve(result ?? {})
      })
      socket.send(JSON.stringify({ id, method, params }))
    })
}
