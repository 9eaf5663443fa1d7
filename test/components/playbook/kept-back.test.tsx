import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { KeptBackList } from '../../../components/playbook/KeptBackList.tsx'

const kept = (against: string[]) => ({ playbookId: 'fake', version: 1, title: 'Counterfeit listing', reasons: ['the page says “replica”'], against })
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

test('what is kept back is folded under its count, each with two reasons at most', () => {
  const html = renderToStaticMarkup(
    <KeptBackList keptBack={[kept(['case.status is Closed', 'the page says “toy”', 'the page says “game”'])]} onOpen={() => {}} />,
  )
  expect(html).toMatch(/^<details(?! open)/)
  expect(textOf(html)).toBe('Kept back on this case (1) Counterfeit listing Not shown because case.status is Closed, and the page says “toy”')
})

test('nothing kept back takes no room', () => {
  expect(renderToStaticMarkup(<KeptBackList keptBack={[]} onOpen={() => {}} />)).toBe('')
})
