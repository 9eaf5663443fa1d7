import { MantineProvider } from '@mantine/core'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { PublishBar } from '../../components/editor/PublishBar.tsx'
import { readingWords } from '../../components/editor/reading-words.ts'
import { VersionList } from '../../components/editor/VersionList.tsx'
import { next, versionOf } from '../playbook/version-of.ts'

const nothing = () => {}
const bar = (version: number) =>
  renderToStaticMarkup(
    <MantineProvider>
      <PublishBar next={version} busy={false} obstacle={null} changes={<p>Step by step</p>} onPublish={nothing} onCancel={nothing} />
    </MantineProvider>,
  )
/** The radios as value and whether it is the one chosen. */
const radios = (html: string) => [...html.matchAll(/<input[^>]*type="radio"[^>]*>/g)].map(([tag]) => [/value="([^"]*)"/.exec(tag)?.[1], /\schecked/.test(tag)])

test('a lead chooses what becomes of open cases, and leaves them alone unless told otherwise', () => {
  const html = bar(5)
  expect(radios(html)).toEqual([
    ['next-case', true],
    ['apply-now', false],
    ['critical-stop', false],
  ])
  const text = html.replace(/<[^>]+>/g, ' ')
  expect(text).toContain('Cases that are open now')
  for (const words of ['Stay as they are', 'Move to this version', 'Stop', 'Step by step']) expect(text).toContain(words)
})

test('a first version has no open cases to ask about', () => {
  expect(radios(bar(1))).toEqual([])
})

test('the list of versions says which of them moved or stopped open cases', () => {
  const first = versionOf('- [ ] Look')
  const second = next(first, '- [ ] Look twice', 'apply-now')
  const versions = [next(second, '- [ ] Look once', 'critical-stop'), second, first]
  const html = renderToStaticMarkup(<VersionList versions={versions} shown={3} now={1000} readings={[]} hrefOf={String} />)
  const lines = [...html.matchAll(/<li>(.*?)<\/li>/gs)].map(([line]) => /(Moved|Stopped) open cases/.exec(line)?.[0] ?? null)
  expect(lines).toEqual(['Stopped open cases', 'Moved open cases', null])
})

test('the list of versions says who has read the newest and who is still asked to confirm', () => {
  const first = { ...versionOf('- [ ] Look'), confirmFrom: 1 }
  const second = { ...next(first, '- [ ] Look twice', 'next-case'), confirmFrom: 2 }
  const third = { ...next(second, '- [ ] Look twice.', 'next-case'), confirmFrom: 2 }
  const reading = (name: string, seen: number | null, confirmed: number | null) => ({ member: { id: name, name }, seen, confirmed })
  const readings = [reading('Ari', 3, 2), reading('Ben', 2, 1), reading('Mira', null, null)]
  const html = renderToStaticMarkup(<VersionList versions={[third, second, first]} shown={3} now={1000} readings={readings} hrefOf={String} />)
  const lines = [...html.matchAll(/<li>(.*?)<\/li>/gs)].map(([line]) => [/Seen by[^<]*/.exec(line)?.[0], line.includes('To be confirmed by everyone')])
  expect(lines).toEqual([
    ['Seen by 1 of 3, confirmed by 1. Not yet: Ben, Mira.', false],
    ['Seen by 2 of 3, confirmed by 1. Not yet: Ben, Mira.', true],
    ['Seen by 2 of 3, confirmed by 2. Not yet: Mira.', true],
  ])
})

test.each([
  [[], null, null],
  [[5], null, 'Seen by 1 of 1.'],
  [[5, 5], 5, 'Seen by 2 of 2, confirmed by all.'],
  [[1, 1, 1, 1, 1], 5, 'Seen by 0 of 5, confirmed by 0. Not yet: A0, A1, A2 and 2 more.'],
])('readings %j, to be confirmed from %j, are said as %j', (versions, from, words) => {
  const readings = versions.map((version, index) => ({ member: { id: String(index), name: `A${index}` }, seen: version, confirmed: version }))
  expect(readingWords(5, from, readings)).toBe(words)
})
