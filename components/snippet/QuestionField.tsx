// One question of a snippet as the control that answers it.
import { useId } from 'react'
import type { Question } from '../../lib/playbook/snippet/questions.ts'
import { Field } from '../ui/Field.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import styles from './snippet.module.css'

interface Props {
  question: Question
  onAnswer: (value: string) => void
}

const mostRadios = 6

/** `case.order-number` as a person would call it. */
function fieldLabel(name: string): string {
  const words = name
    .replace(/^case\./, '')
    .replace(/[.-]+/g, ' ')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export function QuestionField({ question, onAnswer }: Props) {
  const id = useId()
  switch (question.kind) {
    case 'field':
      return (
        <Field
          label={fieldLabel(question.label)}
          hint="Not known on this case."
          value={question.answer}
          maxLength={1000}
          autoComplete="off"
          onChange={(event) => onAnswer(event.target.value)}
        />
      )
    case 'ask':
      return question.isLong ? (
        <TextArea label={question.label} value={question.answer} maxLength={5000} onText={onAnswer} />
      ) : (
        <Field label={question.label} value={question.answer} maxLength={1000} autoComplete="off" onChange={(event) => onAnswer(event.target.value)} />
      )
    case 'optional':
      return (
        <label className={styles.check}>
          <input type="checkbox" checked={question.answer} onChange={(event) => onAnswer(event.target.checked ? 'on' : 'off')} />
          {question.label}
        </label>
      )
    case 'choose':
      if (question.options.length > mostRadios)
        return (
          <div className={styles.choice}>
            <label className={styles.legend} htmlFor={id}>
              {question.label}
            </label>
            <select id={id} className={styles.select} value={question.answer} onChange={(event) => onAnswer(event.target.value)}>
              {question.options.map((option) => (
                <option key={option}>{option}</option>
              ))}
            </select>
          </div>
        )
      return (
        <fieldset className={styles.choice}>
          <legend className={styles.legend}>{question.label}</legend>
          {question.options.map((option) => (
            <label key={option} className={styles.check}>
              <input type="radio" name={id} checked={option === question.answer} onChange={() => onAnswer(option)} />
              {option}
            </label>
          ))}
        </fieldset>
      )
  }
}
