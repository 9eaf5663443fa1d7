// The evidence of a step, fetched apart from the panel's first load and before anybody asks: once it is there it is drawn at once, so that no
// line moves a moment later under a pointer.
import { type ComponentProps, lazy, Suspense, useState } from 'react'
import type { ProofBox } from './ProofBox.tsx'

let Box: typeof ProofBox | null = null
const fetched = import('./ProofBox.tsx').then((module) => {
  Box = module.ProofBox
  return { default: module.ProofBox }
})
const LateBox = lazy(() => fetched)

export function SoonProofBox(props: ComponentProps<typeof ProofBox>) {
  // Whichever it began as it stays: put in place of the other it would begin anew, and what is typed in it would be gone.
  const [Ready] = useState(() => Box)
  if (Ready) return <Ready {...props} />
  return (
    <Suspense fallback={null}>
      <LateBox {...props} />
    </Suspense>
  )
}
