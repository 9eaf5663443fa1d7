import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SiteCard } from '../../../components/site/SiteCard.tsx'
import { fixtureNow } from '../../console/desk-fixture.ts'
import { fixtureSites } from '../../console/site-fixture.ts'

const shown = (id: string) => {
  const site = fixtureSites.sites.find((one) => one.id === id)!
  return renderToStaticMarkup(<SiteCard site={site} faults={[]} now={fixtureNow} />).replace(/<[^>]+>/g, ' ')
}

test('a profile that nobody verified says so beside its name', () => {
  expect(shown('admin')).toMatch(/Seller admin\s+Not verified\b.*Nobody has said that it reads a real site/s)
})

test('a verified profile says on which version and day', () => {
  expect(shown('request-tracker')).toContain('Verified: Request Tracker 5.0.3, 2026-11-02.')
  expect(shown('request-tracker')).not.toContain('Not verified')
})
