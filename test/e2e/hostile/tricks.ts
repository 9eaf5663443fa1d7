// What hostile pages do to a panel that stands in them, so that a click counts for something that its person did not see.

/** Runs in the page. */
type Trick = () => void

const ours = 'handrail-host'

/** Style rules of the page, which must leave the panel as it is. */
export const rules: Record<string, string> = {
  'a page made see-through': 'html { opacity: 0.02 !important }',
  'our element made see-through': `${ours}, html > * { opacity: 0.3 !important }`,
  'our element hidden': `${ours} { visibility: hidden !important; display: none !important }`,
  'our element skipped': `html, ${ours} { content-visibility: hidden !important }`,
  'a filter over the page': `html, ${ours} { filter: brightness(0) !important }`,
  'a blend with what is below': `html { background: #fff } ${ours} { mix-blend-mode: difference !important }`,
  'a mask': `html, ${ours} { mask-image: linear-gradient(#000, transparent 2px) !important }`,
  'a clip that leaves a sliver': `html, ${ours} { clip-path: inset(0 0 99% 0) !important }`,
  'a page that is turned and moved': `html { translate: -12px 0 !important; rotate: 1deg !important } ${ours} { translate: 40px 0 !important }`,
  'a page that is scaled': `html { scale: 0.2 !important } ${ours} { scale: 0.2 !important; zoom: 0.3 !important }`,
  'a page that is cut off': `html { overflow: clip !important; block-size: 0 !important; contain: strict !important }`,
  'a page in front of everything': 'body { position: fixed !important; inset: 0 !important; z-index: 2147483647 !important; background: #fff !important }',
}

export interface Cover {
  style: string
  words: string
}
const overAll = 'inset:0;inline-size:100vw;block-size:100vh;'

/** What a page puts before the panel in the top layer and lets the click through: only what the panel itself knows can refuse it. */
export const covers: Record<string, (at: { x: number; y: number }) => Cover> = {
  'a cover in the top layer': () => ({ style: `${overAll}background:#fff`, words: '' }),
  'a cover that is nearly clear': () => ({ style: `${overAll}background:#8fc8`, words: '' }),
  'other words over the button': ({ x, y }) => ({ style: `inset:auto;left:${x - 30}px;top:${y - 8}px;background:#fff`, words: 'Win a prize' }),
}

export const addCover = ({ style, words }: Cover) => {
  const cover = Object.assign(document.createElement('div'), { id: 'trick', popover: 'manual', textContent: words })
  cover.style.cssText = `position:fixed;margin:0;border:0;pointer-events:none;${style}`
  document.documentElement.append(cover)
  cover.showPopover()
}

/** Each takes the click for itself. */
export const takers: Record<string, Trick> = {
  'a dialog of the page': () => {
    const dialog = Object.assign(document.createElement('dialog'), { id: 'trick', textContent: 'Are you there?' })
    document.body.append(dialog)
    dialog.showModal()
  },
  'a clear cover': () => {
    const cover = Object.assign(document.createElement('div'), { id: 'trick', popover: 'manual' })
    cover.style.cssText = 'position:fixed;inset:0;inline-size:100vw;block-size:100vh;margin:0;border:0;opacity:0.01'
    document.documentElement.append(cover)
    cover.showPopover()
  },
}

export const addRule = (rule: string) => {
  document.head.append(Object.assign(document.createElement('style'), { id: 'trick', textContent: rule }))
}

/** Takes back whatever a trick did. */
export const leaveOff = () => {
  for (const left of document.querySelectorAll('#trick')) left.remove()
}
