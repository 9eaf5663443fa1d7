// One line with a button at the top of the page, for the few moments when the rail itself cannot speak.
import { build, pressable } from './build.ts'

/** Shows the bar until its button or "Dismiss" is pressed; returns the way to take it down. */
export function showBar(root: ShadowRoot, sentence: string, action: string, act: () => void): () => void {
  const bar = build('div', { class: 'card bar', role: 'status' })
  const remove = () => bar.remove()
  const press = () => {
    remove()
    act()
  }
  bar.append(build('span', {}, sentence), pressable({ class: 'bar-act' }, press, action), pressable({}, remove, 'Dismiss'))
  root.append(bar)
  return remove
}
