// A person's answer to the browser's own permission prompt, by keyboard.
import { until } from '../../demo/stage/rail.ts'
import type { Display } from './display.ts'

export interface Asking {
  ask(): Promise<void>
  answer: 'allow' | 'deny'
  happened(): Promise<boolean>
}

/** The prompt's first button refuses. It takes no key in its first moments, so a person may have to press again. */
export async function answerPrompt(display: Display, { ask, answer, happened }: Asking): Promise<void> {
  await display.still()
  const before = display.pixels()
  await ask()
  await display.changed(before, 'the browser’s prompt')
  if (answer === 'allow') await toSecondButton(display)
  for (let times = 0; times < 5; times++) {
    display.press('Return')
    const isTaken = await until(happened, 'the answer', 1500).catch(() => false)
    if (isTaken) return
  }
  throw new Error('The browser’s prompt did not take the answer.')
}

/** The prompt enables its second button late, so that nobody allows what just popped up: only then has the focus a place to go. */
async function toSecondButton(display: Display): Promise<void> {
  await display.still(1500)
  const before = display.pixels()
  display.press('Tab')
  await until(async () => !display.pixels().equals(before), 'the focus on the prompt’s second button')
}
