// One snippet being filled in: its questions, the answers so far, and the text that they make.
import { useContext, useEffect, useMemo, useState } from 'react'
import { type Filled, fillParts } from '../../lib/playbook/snippet/fill.ts'
import { hasForm, type Question, questionsOf } from '../../lib/playbook/snippet/questions.ts'
import { readParts } from '../../lib/playbook/snippet/read-parts.ts'
import { replyOf, sceneOf } from './reply.ts'
import { type AnySnippet, type Reply, SnippetDeskContext } from './snippet-desk.ts'

export interface Filling {
  questions: Question[]
  filled: Filled
  /** Somebody has to choose or to type. */
  hasForm: boolean
  answer: (key: string, value: string) => void
  /** As it is at this moment. */
  reply: () => Promise<Reply>
}

export function useFilling(snippet: AnySnippet, values: Record<string, string>): Filling {
  const { agent, answersOf, recall, keep } = useContext(SnippetDeskContext)
  const [answers, setAnswers] = useState(() => answersOf(snippet.id))
  const { parts } = useMemo(() => readParts(snippet.body), [snippet.body])
  const known = useMemo(() => ({ ...agent, ...values }), [agent, values])
  const scene = useMemo(() => sceneOf(known, answers), [known, answers])

  useEffect(() => {
    let isHere = true
    // What is typed while the draft is read is newer than the draft.
    void recall(snippet.id).then((kept) => isHere && setAnswers((typed) => ({ ...kept, ...typed })))
    return () => {
      isHere = false
    }
  }, [recall, snippet.id])

  return {
    questions: useMemo(() => questionsOf(parts, scene), [parts, scene]),
    filled: useMemo(() => fillParts(parts, scene), [parts, scene]),
    hasForm: useMemo(() => hasForm(parts), [parts]),
    answer(key, value) {
      const next = { ...answers, [key]: value }
      setAnswers(next)
      keep(snippet.id, next)
    },
    reply: () => replyOf(snippet, parts, sceneOf(known, answers)),
  }
}
