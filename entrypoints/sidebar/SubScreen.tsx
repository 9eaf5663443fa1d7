// A screen beside the case: its title, which takes the focus, the way back, its content.
import { type ReactNode, useEffect, useRef } from 'react'
import { IconButton } from '../../components/ui/IconButton.tsx'
import styles from './panel.module.css'

export function SubScreen({ title, onBack, children }: { title: string; onBack: () => void; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <header className={styles.subHead}>
        <IconButton label="Back to the case" icon="back" action="back" onClick={onBack} />
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
      </header>
      {children}
    </>
  )
}
