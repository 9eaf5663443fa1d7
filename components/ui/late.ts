// A part of a screen that is fetched apart, and drawn the moment it is there: React's own way holds a part back for 300 ms once it has shown that
// it waits. Until then the place says so, and is marked for whoever waits for the whole screen.
import { type ComponentType, createElement, type ReactNode, useEffect, useState } from 'react'
import styles from './late.module.css'

interface Source<P> {
  part: ComponentType<P> | null
  isQuiet: boolean
  fetch: () => Promise<ComponentType<P>>
}

function LatePart<P extends object>({ source, props }: { source: Source<P>; props: P }): ReactNode {
  const [Part, setPart] = useState(() => source.part)
  useEffect(() => {
    if (Part !== null) return
    source.fetch().then(
      (part) => setPart(() => part),
      (fault) =>
        setPart(() => {
          throw fault
        }),
    )
  }, [Part, source])
  if (Part !== null) return createElement(Part, props)
  if (source.isQuiet) return createElement('i', { hidden: true, 'data-late': '' })
  return createElement('p', { className: styles.late, role: 'status', 'data-late': '' }, 'Loading.')
}

/** `isQuiet` for what stands beside something else: its place says nothing and takes no room. `fetch` has it there before it is drawn. */
export function late<P extends object>(load: () => Promise<ComponentType<P>>, isQuiet = false) {
  const source: Source<P> = {
    part: null,
    isQuiet,
    fetch: async () => {
      source.part = await load()
      return source.part
    },
  }
  return Object.assign((props: P) => createElement(LatePart<P>, { source, props }), { fetch: source.fetch })
}
