import { MantineProvider } from '@mantine/core'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { PublishBar } from '../../components/editor/PublishBar.tsx'
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
  const html = renderToStaticMarkup(<VersionList versions={versions} shown={3} now={1000} hrefOf={String} />)
  const lines = [...html.matchAll(/<li>(.*?)<\/li>/gs)].map(([line]) => /(Moved|Stopped) open cases/.exec(line)?.[0] ?? null)
  expect(lines).toEqual(['Stopped open cases', 'Moved open cases', null])
})
