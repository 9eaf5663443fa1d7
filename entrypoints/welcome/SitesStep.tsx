// On which sites the rail may stand. Each is granted by its own click, because the browser asks only then.
import { type FormEvent, useState } from 'react'
import { useStore } from 'zustand'
import { Button } from '../../components/ui/Button.tsx'
import { Field } from '../../components/ui/Field.tsx'
import { originOf, sentenceOf, type WelcomeStore } from './store.ts'
import styles from './welcome.module.css'

export function SitesStep({ store }: { store: WelcomeStore }) {
  const sites = useStore(store, (state) => state.sites)
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
      <p>Handrail reads nothing until you allow a site, and can be switched off there again.</p>
      <ul className={styles.sites}>
        {sites.map(({ origin, profile, enabled, granted }) => {
          const isOn = enabled && granted
          return (
            <li key={origin}>
              <span>
                {profile ?? origin}
                <small>
                  {isOn ? 'On' : enabled ? 'The browser no longer allows it' : 'Off'}
                  {profile && `, ${origin}`}
                </small>
              </span>
              {isOn ? (
                <Button onClick={() => void store.disableSite(origin)} aria-label={`Turn off on ${origin}`}>
                  Turn off
                </Button>
              ) : (
                <Button onClick={() => void enable(origin)} aria-label={`Allow ${origin}`}>
                  Allow
                </Button>
              )}
            </li>
          )
        })}
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
