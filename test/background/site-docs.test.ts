// What docs/sites.md says is held against what the product does: its profiles are linted, its policies read as the worker reads them.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readPolicy } from '../../entrypoints/background/managed.ts'
import { webOrigin } from '../../entrypoints/background/tab-reading.ts'
import { parseSite, printSite } from '../../lib/playbook/site-file.ts'
import { ReadAs } from '../../lib/schema/site.ts'
import { ownId } from './memory-browser.ts'

const docs = ['docs/sites.md', 'docs/load-it.md'].map((file) => readFileSync(file, 'utf8'))
const [sites = ''] = docs
const blocks = (text: string, language: string) =>
  [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, kind, code = '']) => (kind === language ? code : []))
const managed = JSON.parse(readFileSync('public/managed-schema.json', 'utf8')) as { properties: Record<string, { type: string }> }
const accepted = { hubUrl: 'https://handrail.example.com', sites: ['https://desk.example.com', 'https://admin.example.com:8443'] }
const firefoxId = 'handrail@handrail.example'

const read = (policy: unknown) => readPolicy({ storage: { managed: { get: async () => policy } } } as unknown as Parameters<typeof readPolicy>[0])

describe('the profiles in docs/sites.md', () => {
  const [whole = '', ...examples] = blocks(sites, 'yaml')
  const lists = examples.filter((example) => example.startsWith('- '))

  test('the whole one has no problems, and is printed as it stands', () => {
    const { draft, problems } = parseSite(whole, ['case.category', 'order.value'])
    expect(problems).toEqual([])
    expect(parse(printSite(draft!))).toEqual(parse(whole))
  })

  test('every kind of source has an example that has no problems', () => {
    const indented = lists.map((list) => list.replace(/^/gm, '          ').trimEnd())
    for (const list of indented) {
      const field = `    fields:\n      - name: case.order\n        label: Order\n        sources:\n${list}\n`
      const { draft, problems } = parseSite(whole.replace(/ {4}fields:\n[\s\S]*?(?= {4}link:)/, field))
      expect({ list, problems }).toEqual({ list, problems: [] })
      expect(draft?.pages[0]?.fields[0]?.sources.length).toBeGreaterThan(0)
    }
    const kinds = lists.flatMap((list) => (parse(list) as { from: string; part?: string }[]).map(({ from, part }) => part ?? from))
    expect(new Set(kinds)).toEqual(new Set(['path', 'query', 'hash', 'title', 'label', 'selector']))
  })

  test('the boxes that are told apart by what is chosen beside them have no problems', () => {
    const [boxes = '', ...others] = examples.filter((example) => !lists.includes(example))
    expect(others).toEqual([])
    const { draft, problems } = parseSite(whole.replace(/ {4}reply:\n[\s\S]*$/, boxes.replace(/^(?=.)/gm, '    ')))
    expect(problems).toEqual([])
    expect(draft?.pages[0]).toMatchObject({ reply: [expect.stringContaining('response')], notes: [expect.stringContaining('private')] })
  })

  test('every transform has its line', () => {
    for (const as of ReadAs.options) expect(sites).toMatch(new RegExp(`^\\|[^|]*\`${as}\``, 'm'))
  })
})

describe('the policies in the docs', () => {
  const json = docs.flatMap((text) => blocks(text, 'json')).map((text) => JSON.parse(text))
  const chromium = json.flatMap((one) => one['3rdparty']?.extensions ?? [])
  const firefox = json.flatMap((one) => one.policies?.['3rdparty']?.Extensions ?? [])

  test('are for the ids of our own build, and say only what our schema knows', async () => {
    expect(chromium.map((one) => Object.keys(one))).toEqual([[ownId], [ownId]])
    expect(firefox.map((one) => Object.keys(one))).toEqual([[firefoxId], [firefoxId]])
    for (const policy of [...chromium, ...firefox].flatMap((one) => Object.values(one) as { sites: string[] }[])) {
      for (const [key, value] of Object.entries(policy)) {
        expect(managed.properties).toHaveProperty(key)
        expect(Array.isArray(value) ? 'array' : typeof value).toBe(managed.properties[key]?.type)
      }
      expect(await read(policy)).toEqual(policy)
      expect(policy.sites.map((site) => webOrigin(site))).toEqual(policy.sites)
    }
    expect(chromium.map((one) => one[ownId])).toContainEqual(accepted)
    expect(firefox.map((one) => one[firefoxId])).toContainEqual(accepted)
  })

  test('install by force, and take exceptions only for whole origins', () => {
    const settings = json.flatMap((one) => one.ExtensionSettings ?? one.policies?.ExtensionSettings ?? [])
    expect(settings.length).toBeGreaterThan(2)
    for (const one of settings.flatMap((each) => Object.values(each) as Record<string, string | string[]>[])) {
      expect(one.installation_mode).toBe('force_installed')
      for (const host of one.runtime_allowed_hosts ?? []) expect(webOrigin(host)).toBe(host)
    }
  })

  test('say the same in the registry of Windows', async () => {
    const [text = ''] = blocks(sites, 'reg')
    const keys = [...text.matchAll(/^\[(.+)\]\n((?:".*\n?)*)/gm)].map(([, path = '', values = '']) => {
      return { path, values: [...values.matchAll(/^"(.+?)"="(.*)"$/gm)].map(([, name, value]) => [name, value] as [string, string]) }
    })
    const root = `HKEY_LOCAL_MACHINE\\Software\\Policies\\Google\\Chrome\\3rdparty\\extensions\\${ownId}\\policy`
    expect(keys.map(({ path }) => path)).toEqual([root, `${root}\\sites`])
    expect(keys[1]?.values.map(([name]) => name)).toEqual(['1', '2'])
    const policy = { ...Object.fromEntries(keys[0]?.values ?? []), sites: keys[1]?.values.map(([, value]) => value) }
    expect(await read(policy)).toEqual(accepted)
  })

  test('say the same in a profile of macOS', async () => {
    const [text = ''] = blocks(sites, 'xml')
    const scalars = [...text.matchAll(/<key>(\w+)<\/key>\s*<string>(.*?)<\/string>/g)].map(([, key, value]) => [key, value] as [string, string])
    const [, list = ''] = /<key>sites<\/key>\s*<array>([\s\S]*?)<\/array>/.exec(text) ?? []
    expect(Object.fromEntries(scalars).PayloadType).toBe(`com.google.Chrome.extensions.${ownId}`)
    const policy = { ...Object.fromEntries(scalars), sites: [...list.matchAll(/<string>(.*?)<\/string>/g)].map(([, site]) => site) }
    expect(await read(policy)).toEqual(accepted)
  })

  test.each([
    [{ hubUrl: 5, sites: ['https://desk.example.com'] }, {}],
    [{ sites: 'https://desk.example.com' }, {}],
    [{ colour: 'red', sites: ['https://desk.example.com'] }, { sites: ['https://desk.example.com'] }],
  ])('%j is read as %j', async (policy, expected) => expect(await read(policy)).toEqual(expected))
})
