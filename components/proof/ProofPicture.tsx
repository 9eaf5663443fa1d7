// A picture taken as evidence: small at first, whole on a press. Its bytes come from the worker, never from an address.
import { useEffect, useState } from 'react'
import type { Proof } from '../../lib/schema/proof.ts'
import { Button } from '../ui/Button.tsx'
import styles from './proof.module.css'
import { clockOf } from './proof-words.ts'

export type LoadPicture = (hash: string) => Promise<string>

interface Props {
  proof: Extract<Proof, { kind: 'screenshot' }>
  /** Answers a data address; rejects with a sentence. */
  load: LoadPicture
}

export function ProofPicture({ proof: { image, title, at }, load }: Props) {
  const [source, setSource] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [isWhole, setWhole] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    let isHere = true
    setFault(null)
    load(image.hash).then(
      (address) => isHere && setSource(address),
      (cause: unknown) => isHere && setFault(cause instanceof Error ? cause.message : 'The picture cannot be shown.'),
    )
    return () => {
      isHere = false
    }
  }, [image.hash, load, attempt])

  if (fault !== null)
    return (
      <p className={styles.fault}>
        {fault}{' '}
        <Button look="link" onClick={() => setAttempt(attempt + 1)}>
          Try again
        </Button>
      </p>
    )
  if (source === null) return <p className={styles.muted}>Picture of {clockOf(at)}, loading.</p>
  const words = `Picture of ${title || 'the page'}, taken at ${clockOf(at)}`
  return (
    <button
      type="button"
      className={styles.picture}
      data-whole={isWhole}
      aria-expanded={isWhole}
      title={isWhole ? 'Show it small' : 'Show it whole'}
      onClick={() => setWhole(!isWhole)}
    >
      <img src={source} alt={words} width={image.width} height={image.height} />
    </button>
  )
}
