// The field of an input step: one to type in, or a list to choose from. Choosing saves nothing by itself, so that the arrows can look through it.
import type { FocusEvent } from 'react'
import type { InputType, StepOf } from '../../lib/schema/playbook.ts'
import field from '../ui/field.module.css'

const keyboards: Record<Exclude<InputType, 'one-of'>, { type: string; inputMode?: 'decimal'; placeholder?: string }> = {
  text: { type: 'text' },
  number: { type: 'text', inputMode: 'decimal' },
  money: { type: 'text', inputMode: 'decimal', placeholder: '0.00' },
  date: { type: 'date' },
  email: { type: 'email', placeholder: 'name@example.com' },
  url: { type: 'url', placeholder: 'https://' },
}

interface Props {
  step: StepOf<'input'>
  value: string
  isDisabled: boolean
  isFaulty: boolean
  describedBy: string | undefined
  onValue: (value: string) => void
  /** The focus went out of the form. */
  onLeave: () => void
}

export function InputControl({ step, value, isDisabled, isFaulty, describedBy, onValue, onLeave }: Props) {
  const props = {
    className: field.input,
    dir: 'auto',
    'data-primary': true,
    'aria-label': step.label,
    'aria-invalid': isFaulty || undefined,
    'aria-describedby': describedBy,
    value,
    disabled: isDisabled,
    onChange: (event: { target: { value: string } }) => onValue(event.target.value),
    onBlur: (event: FocusEvent<HTMLInputElement | HTMLSelectElement>) => {
      const stays = event.relatedTarget instanceof Node && event.currentTarget.form?.contains(event.relatedTarget)
      if (!stays) onLeave()
    },
  }
  if (step.input !== 'one-of') {
    const days = step.input === 'date' ? { min: step.min, max: step.max } : {}
    return <input {...keyboards[step.input]} {...days} {...props} />
  }
  return (
    <select {...props}>
      <option value="">Choose</option>
      {step.of?.map((choice) => (
        <option key={choice}>{choice}</option>
      ))}
    </select>
  )
}
