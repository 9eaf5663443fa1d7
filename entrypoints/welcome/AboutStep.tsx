// Version and the diagnostics file.
import { useState } from 'react'
import { Button } from '../../components/ui/Button.tsx'
import { saveFile } from '../../components/ui/hand-out.ts'
import { sentenceOf, type WelcomeStore } from './store.ts'
import styles from './welcome.module.css'

export function AboutStep({ store, version }: { store: WelcomeStore; version: string }) {
  const [fault, setFault] = useState<string | null>(null)
  async function download() {
    try {
      const { fileName, text } = await store.diagnostics()
      saveFile(fileName, text, 'text/plain')
      setFault(null)
    } catch (cause) {
      setFault(sentenceOf(cause))
    }
  }
  return (
    <footer className={styles.about}>
      <p>Handrail {version}. No analytics, no third party; it talks to your team's hub only.</p>
      <Button look="link" onClick={() => void download()}>
        Download diagnostics
      </Button>
      {fault && <p role="alert">{fault}</p>}
    </footer>
  )
}
