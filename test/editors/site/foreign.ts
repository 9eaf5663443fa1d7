// Asks the page in a frame of another origin by messages, since nothing else passes there.
import type { Stage } from './main.ts'

type What = keyof Stage
const wanted = ['text', 'formats', 'caret', 'hasCaret'] as const satisfies What[]

/** Answers the page around. */
export function speakFor(stage: Stage): void {
  if (parent === window) return
  addEventListener('message', async ({ data, ports }) => ports[0]?.postMessage(await stage[data as What]()))
  parent.postMessage('ready', '*')
}

/** The stage in the frame, once it is there. */
export async function askFrame(frame: HTMLIFrameElement): Promise<Stage> {
  await new Promise<void>((done) => {
    addEventListener('message', ({ source }) => source === frame.contentWindow && done())
  })
  const ask = (what: What) =>
    new Promise((answer) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = ({ data }) => answer(data)
      if (what === 'caret') frame.focus()
      frame.contentWindow?.postMessage(what, '*', [port2])
    })
  return Object.fromEntries(wanted.map((what) => [what, () => ask(what)])) as unknown as Stage
}
