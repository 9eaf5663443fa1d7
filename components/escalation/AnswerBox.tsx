// The answer to a lead's question, and the words for taking an escalation back: one text, kept under its own key.
import { SayBox } from './SayBox.tsx'
import type { TextKeeper } from './text-keeper.ts'
import { useKeptText } from './use-kept-text.ts'

interface Props {
  /** Where the text is kept: `answer:<id>`, `withdraw:<id>`. */
  place: string
  label: string
  action: string
  keeper: TextKeeper
  /** Answers whether it was saved. */
  onSay: (text: string) => Promise<boolean>
  onCancel?: () => void
  takesFocus?: boolean
}

export function AnswerBox({ place, keeper, onSay, ...box }: Props) {
  const { text, change, clear } = useKeptText(keeper, place)
  const say = async (said: string) => {
    if (await onSay(said)) clear(text)
  }
  return <SayBox {...box} text={text} onText={change} onSay={say} />
}
