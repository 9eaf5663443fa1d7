// A text with the words that were searched for set off, from the beginning of a word, in any case.
import { useMemo } from 'react'
import styles from './marked.module.css'

interface Piece {
  /** Where it begins in the text. */
  at: number
  text: string
  isMatch: boolean
}

export function Marked({ text, words }: { text: string; words: string[] }) {
  const pieces = useMemo(() => piecesOf(text, words), [text, words])
  return pieces.map((piece) =>
    piece.isMatch ? (
      <mark key={piece.at} className={styles.mark}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  )
}

export function piecesOf(text: string, words: string[]): Piece[] {
  const wanted = words.filter((word) => word !== '').sort((a, b) => b.length - a.length)
  if (wanted.length === 0) return [{ at: 0, text, isMatch: false }]
  const escaped = wanted.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  let at = 0
  return text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${escaped.join('|')})`, 'giu')).map((piece, index) => {
    at += piece.length
    return { at: at - piece.length, text: piece, isMatch: index % 2 === 1 }
  })
}
