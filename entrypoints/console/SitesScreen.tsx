// The site profiles of the team, and which of their fields can no longer be read.
import { useEffect } from 'react'
import { SiteCard } from '../../components/site/SiteCard.tsx'
import styles from '../../components/site/site.module.css'
import { useDesk, useDeskState } from './desk-context.ts'
import { LoadFault } from './LoadFault.tsx'
import { useNow } from './use-now.ts'

export function SitesScreen() {
  const { store } = useDesk()
  const now = useNow()
  const view = useDeskState((state) => state.sites)
  const fault = useDeskState(({ faults }) => faults.sites)

  useEffect(() => {
    void store.load('sites')
  }, [store])

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div className={styles.page} tabIndex={0}>
      <h1 className={styles.heading}>Sites</h1>
      <p className={styles.lead}>
        How cases are read. A field that nearly every case had, and that several in a row no longer have, is named here: the application has probably changed.
      </p>
      {!view && fault && <LoadFault failure={fault} onRetry={() => void store.load('sites')} />}
      {view?.sites.length === 0 && (
        <p className={styles.lead}>
          There is no site profile yet: cases are known by address, title and selected text. Point at one, or write it as YAML and publish it with{' '}
          <code>npm run handrail -- push DIR</code>.
        </p>
      )}
      <p className={styles.lead}>
        To make or mend a profile, open a case of that site, and <strong>How this page is read</strong> in the menu of the panel beside it: there you point at
        what is to be read.
      </p>
      {view?.sites
        .toSorted((a, b) => a.name.localeCompare(b.name))
        .map((site) => (
          <SiteCard key={site.id} site={site} faults={view.faults} now={now} />
        ))}
    </div>
  )
}
