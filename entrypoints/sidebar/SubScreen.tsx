// A screen beside the case: its title, the way back, its content.
import type { ReactNode } from 'react'
import { IconButton } from '../../components/ui/IconButton.tsx'
import styles from './panel.module.css'

export function SubScreen({ title, onBack, children }: { title: string; onBack: () => void; children: ReactNode }) {
  return (
    <>
      <header className={styles.subHead}>
        <IconButton label="Back to the case" icon="back" onClick={onBack} />
        <h1>{title}</h1>
      </header>
      {children}
    </>
  )
}
