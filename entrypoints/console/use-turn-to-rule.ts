// Once an agent has answered, what a lead needs next is the decision: chosen when the answer comes or is opened, unless something is being typed.
import { type RefObject, useEffect, useEffectEvent } from 'react'
import type { ComposerMode } from '../../components/inbox/Composer.tsx'
import { latestWord } from '../../lib/domain/latest-word.ts'
import type { Escalation } from '../../lib/schema/escalation.ts'
import { useDesk } from './desk-context.ts'

interface Chosen {
  mode: ComposerMode
  onMode(mode: ComposerMode): void
  questionRef: RefObject<HTMLTextAreaElement | null>
  noteRef: RefObject<HTMLTextAreaElement | null>
}

/** Answers what turns to the decision, for when the answer is called for. */
export function useTurnToRule(row: Escalation, { mode, onMode, questionRef, noteRef }: Chosen): () => void {
  const { drafts } = useDesk()
  const { id } = row.content
  /** Undefined on an escalation without one, and another on each other. */
  const answer = latestWord(row)?.id

  async function turn(isGone: () => boolean) {
    if (mode === 'rule') return
    const field = (mode === 'ask' ? questionRef : noteRef).current
    if (field && (field === document.activeElement || field.value !== '')) return
    // Begun before, and not in the field yet.
    const { text } = await drafts.get(`${mode}:${id}`)
    if (text === '' && !isGone()) onMode('rule')
  }
  const onAnswer = useEffectEvent((isGone: () => boolean) => void turn(isGone).catch(() => {}))
  useEffect(() => {
    let isGone = false
    if (answer !== undefined) onAnswer(() => isGone)
    return () => {
      isGone = true
    }
  }, [answer])
  return () => void turn(() => false).catch(() => {})
}
