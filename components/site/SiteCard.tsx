// One site profile: where it works, what it reads of each kind of page, and what it no longer can.
import type { SiteProfile } from '../../lib/schema/site.ts'
import type { SiteFault } from '../../lib/schema/site-health.ts'
import { instantOf, momentOf } from '../inbox/age.ts'
import { faultWords, openFaults } from './fault-words.ts'
import styles from './site.module.css'

interface Props {
  site: SiteProfile
  faults: SiteFault[]
  now: number
}

export function SiteCard({ site, faults, now }: Props) {
  const open = openFaults([site], faults)
  const healed = faults.filter(({ siteId, version, healedAt }) => siteId === site.id && version === site.version && healedAt !== null)
  return (
    <section className={styles.card} aria-labelledby={`site-${site.id}`}>
      <h2 id={`site-${site.id}`} className={styles.name}>
        {site.name}
        {site.verified === null && <span className={styles.unverified}> Not verified</span>}
      </h2>
      <p className={styles.muted}>
        <span className={styles.origins}>
          {site.origins.map((origin, index) => (
            <span key={origin}>
              {index > 0 && ', '}
              {origin.includes('*') ? (
                origin
              ) : (
                <a href={origin} target="_blank" rel="noopener noreferrer">
                  {origin}
                </a>
              )}
            </span>
          ))}
        </span>
      </p>
      <p className={styles.muted}>
        Version {site.version}, <time title={instantOf(site.publishedAt)}>{momentOf(site.publishedAt, now)}</time>.{' '}
        {site.verified === null ? 'Nobody has said that it reads a real site: look at a few cases before you rely on it.' : `Verified: ${site.verified}.`}
      </p>
      <table className={styles.pages}>
        <thead>
          <tr>
            <th scope="col">Page</th>
            <th scope="col">Address</th>
            <th scope="col">Reads</th>
          </tr>
        </thead>
        <tbody>
          {site.pages.map((page) => {
            const isBroken = ({ name }: { name: string }) => open.some((fault) => fault.page === page.name && fault.field === name)
            const names = [...(page.caseId.length > 0 ? [{ name: 'id', label: 'Case id' }] : []), ...page.fields].sort(
              (a, b) => Number(isBroken(b)) - Number(isBroken(a)),
            )
            return (
              <tr key={`${page.name} ${page.path}`}>
                <th scope="row">{page.name}</th>
                <td className={styles.origins}>{page.path}</td>
                <td>
                  <ul className={styles.fields}>
                    {names.map(({ name, label }) => {
                      const isOf = (fault: SiteFault) => fault.page === page.name && fault.field === name
                      const fault = open.find(isOf)
                      const past = healed.find(isOf)
                      return (
                        <li key={name} data-broken={fault ? true : undefined}>
                          {label}
                          {fault && <strong>, {faultWords(fault, now)}</strong>}
                          {!fault && past?.healedAt && (
                            <span className={styles.muted}>
                              {' '}
                              (was not read from {momentOf(past.since, now)} to {momentOf(past.healedAt, now)})
                            </span>
                          )}
                        </li>
                      )
                    })}
                    {names.length === 0 && <li className={styles.muted}>Nothing</li>}
                  </ul>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
