// The agent's answer under the question that it answers: what the decision waited for.
import { useEffect, useRef } from 'react'
import type { LatestWord } from '../../lib/domain/latest-word.ts'
import { instantOf, momentOf } from './age.ts'
import styles from './thread.module.css'

interface Props {
  word: LatestWord
  memberId: string
  now: number
  /** It was called for, and is read next. */
  takesFocus: boolean
}

export function LatestWordCard({ word: { question, answers }, memberId, now, takesFocus }: Props) {
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (takesFocus) card.current?.focus()
  }, [takesFocus])
  return (
    <section ref={card} tabIndex={-1} className={styles.latest} aria-label="The latest answer">
      {question && (
        <p className={styles.asked}>
          {question.by.id === memberId ? 'You' : question.by.name} asked: {question.text}
        </p>
      )}
      {answers.map(({ id, by, at, text }) => (
        <div key={id}>
          <p className={styles.who}>
            <strong>{by.name}</strong> answered
            <time dateTime={new Date(at).toISOString()} title={instantOf(at)}>
              {momentOf(at, now)}
            </time>
          </p>
          <p className={styles.text}>{text}</p>
        </div>
      ))}
    </section>
  )
}
