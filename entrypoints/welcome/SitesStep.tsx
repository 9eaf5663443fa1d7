// On which sites the rail may stand. Each is granted by its own click, because the browser asks only then.
import { type FormEvent, useState } from 'react'
import { useStore } from 'zustand'
import { Button } from '../../components/ui/Button.tsx'
import { Field } from '../../components/ui/Field.tsx'
import { useNow } from '../../components/ui/use-now.ts'
import { SiteRow } from './SiteRow.tsx'
import { originOf, sentenceOf, type WelcomeStore } from './store.ts'
import styles from './welcome.module.css'

export function SitesStep({ store }: { store: WelcomeStore }) {
  const sites = useStore(store, (state) => state.sites)
  const now = useNow(30_000)
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<string | null>(null)

  async function enable(origin: string) {
    try {
      const isGranted = await store.enableSite(origin)
      setFault(isGranted ? null : `The browser was not allowed to open ${origin}. Nothing changed.`)
      if (isGranted) setTyped('')
    } catch (cause) {
      setFault(sentenceOf(cause))
    }
  }
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    const origin = originOf(typed)
    if (origin) void enable(origin)
    else setFault('Type the address of a site, such as https://desk.example.com.')
  }

  return (
    <section className={styles.step} aria-label="Sites">
      <h2>Choose where it may help</h2>
      <p>
        Handrail reads nothing until you allow a site, and can be switched off there again. In private windows it works only where you allow that on the
        browser's page of extensions.
      </p>
      <ul className={styles.sites}>
        {sites.map((site) => (
          <SiteRow key={site.origin} site={site} now={now} onOn={() => void enable(site.origin)} onOff={() => void store.disableSite(site.origin)} />
        ))}
      </ul>
      <form className={styles.row} noValidate onSubmit={onSubmit}>
        <Field
          label="Another site"
          type="url"
          spellCheck={false}
          placeholder="https://desk.example.com"
          value={typed}
          fault={fault}
          onChange={(event) => {
            setTyped(event.target.value)
            setFault(null)
          }}
        />
        <Button type="submit">Allow site</Button>
      </form>
    </section>
  )
}
