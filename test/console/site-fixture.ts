// Two site profiles as the console meets them, and what can no longer be read of one.
import type { SitePage, SiteProfile } from '../../lib/schema/site.ts'
import type { SiteFault } from '../../lib/schema/site-health.ts'
import type { SitesView } from '../../lib/schema/views.ts'
import { fixtureNow } from './desk-fixture.ts'

const field = (name: string, label: string) => ({ name, label, sources: [{ from: 'label' as const, label }] })
const page = (name: string, path: string, ...fields: SitePage['fields']): SitePage => ({
  name,
  path,
  caseId: [{ from: 'url', part: 'path', pattern: '(\\d+)' }],
  fields,
  reply: ['textarea'],
})
function site(id: string, name: string, origins: string[], verified: string | null, ...pages: SitePage[]): SiteProfile {
  return { id, version: 3, hash: 'e'.repeat(64), name, origins, pages, verified, publishedAt: fixtureNow - 9 * 86_400_000 }
}

export const fixtureSites: SitesView = {
  sites: [
    site(
      'request-tracker',
      'Request Tracker',
      ['https://tickets.lumen.example'],
      'Request Tracker 5.0.3, 2026-11-02',
      page('Ticket', '/*Ticket/Display.html', field('case.subject', 'Subject'), field('case.category', 'Category'), field('case.order', 'Order ID')),
      page('Reply', '/*Ticket/Update.html', field('case.subject', 'Subject')),
    ),
    site('admin', 'Seller admin', ['https://admin.lumen.example', 'https://*.staging.lumen.example'], null, page('Seller', '/sellers/*')),
  ],
  faults: [],
}

const gone: SiteFault = {
  siteId: 'request-tracker',
  version: 3,
  page: 'Ticket',
  field: 'case.category',
  since: fixtureNow - 200 * 60_000,
  cases: 3,
  members: 2,
  healedAt: null,
}
export const fixtureFaults: SiteFault[] = [gone, { ...gone, field: 'case.order', since: fixtureNow - 400 * 60_000, healedAt: fixtureNow - 30 * 60_000 }]
