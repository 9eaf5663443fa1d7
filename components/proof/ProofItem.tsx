// One piece of evidence, as the agent gave it and as the lead reads it.
import { markedWords } from '../../lib/domain/mask-marks.ts'
import { addressOfWords } from '../../lib/domain/sentence.ts'
import type { Proof } from '../../lib/schema/proof.ts'
import { type LoadPicture, ProofPicture } from './ProofPicture.tsx'
import styles from './proof.module.css'

interface Props {
  proof: Proof
  load: LoadPicture
}

/** What a page said of itself becomes a link only where a browser opens it as a page. */
function PageLink({ href, children }: { href: string; children: string }) {
  if (!/^https?:\/\//i.test(href)) return <span>{children}</span>
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  )
}

export function ProofItem({ proof, load }: Props) {
  const marked = proof.kind === 'selection' ? markedWords(`${proof.around || proof.text}\n${proof.title}`) : null
  switch (proof.kind) {
    case 'note':
      return <p className={styles.note}>{proof.text}</p>
    case 'link':
      return (
        <p className={styles.link}>
          <PageLink href={proof.url}>{proof.title || proof.url}</PageLink>
          {proof.title && <span className={styles.address}>{proof.url}</span>}
        </p>
      )
    case 'selection':
      return (
        <blockquote className={styles.quote}>
          <p>{around(proof)}</p>
          <footer>
            <PageLink href={addressOfWords(proof.url, proof.text) ?? ''}>{proof.title || proof.url}</PageLink>
          </footer>
          {marked && <p className={styles.muted}>Masked: {marked}.</p>}
        </blockquote>
      )
    case 'screenshot':
      return <ProofPicture key={proof.image.hash} proof={proof} load={load} />
  }
}

/** The selected words marked inside their sentence, where it is known. */
function around({ text, around }: Extract<Proof, { kind: 'selection' }>) {
  const words = text.replace(/\s+/g, ' ').trim()
  const at = around.indexOf(words)
  if (at < 0) return text
  return (
    <>
      <span className={styles.muted}>{around.slice(0, at)}</span>
      <mark className={styles.mark}>{words}</mark>
      <span className={styles.muted}>{around.slice(at + words.length)}</span>
    </>
  )
}
