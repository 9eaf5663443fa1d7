// A key press as one word: `j`, `Shift+c`, `Ctrl+Enter`. It is the character that counts, not where the key stands on the keyboard,
// except where the layout writes no Latin letters. Answers null for what is no press of a person's own: composition, a modifier alone.

/** What a KeyboardEvent says of itself. */
export interface Press {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
  isComposing: boolean
  getModifierState(name: string): boolean
}

const alone = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'Fn', 'Process', 'Unidentified', 'Compose']
const isLatin = /^[\u0020-\u024f]$/
const isLetter = /^\p{L}$/u

/** Where the key stands, for layouts that write Cyrillic, Hebrew or the like, and for Alt on a Mac, which writes signs. */
function placed(code: string): string | null {
  return /^(?:Key|Digit)(.)$/.exec(code)?.[1]?.toLowerCase() ?? null
}

export function chordOf(press: Press): string | null {
  const { key, code, isComposing, shiftKey } = press
  if (isComposing || key === '' || alone.includes(key)) return null
  // AltGr reports itself as Ctrl and Alt: what it writes is a character like any other.
  const isGraph = press.getModifierState('AltGraph') && key.length === 1
  const hasCtrl = (press.ctrlKey || press.metaKey) && !isGraph
  const hasAlt = press.altKey && !isGraph
  const isForeign = key === 'Dead' || ([...key].length === 1 && (!isLatin.test(key) || (hasAlt && !/^[ -~]$/.test(key))))
  const said = (isForeign && placed(code)) || key
  if (said === 'Dead') return null
  // A sign already says whether Shift was needed for it; a letter is the same letter under Caps Lock.
  const hasShift = shiftKey && (said.length > 1 || said === ' ' || isLetter.test(said))
  const name = said === ' ' ? 'Space' : [...said].length === 1 ? said.toLowerCase() : said
  return [hasCtrl && 'Ctrl', hasAlt && 'Alt', hasShift && 'Shift', name].filter(Boolean).join('+')
}

const nameOf = (chord: string) => chord.replace(/^(?:(?:Ctrl|Alt|Shift)\+)+(?=.)/, '')
const isHeld = (chord: string) => /^(?:Ctrl|Alt)\+./.test(chord)

/** A letter, a digit or a sign without Ctrl or Alt: what speech input presses by accident. */
export const isCharacter = (chord: string) => !isHeld(chord) && [...nameOf(chord)].length === 1

/** Whether it can mean something other than text while somebody types. */
export const worksWhileTyping = (chord: string) => isHeld(chord) || /^(?:Escape|F\d+)$/.test(nameOf(chord))

const shown: Record<string, string> = { Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' }

/** For people: `Shift+C`, `Cmd+Enter` on a Mac. */
export function chordWords(chord: string, isMac = false): string {
  const name = nameOf(chord)
  const held = chord.slice(0, chord.length - name.length)
  return (
    (isMac ? held.replace('Ctrl', 'Cmd') : held) +
    (shown[name] ?? (held === '' ? name : name.toUpperCase() === name.toLowerCase() || name.length > 1 ? name : name.toUpperCase()))
  )
}

/** For `aria-keyshortcuts`. */
export function chordForAria(chord: string): string {
  const name = nameOf(chord)
  return `${chord.slice(0, chord.length - name.length).replace('Ctrl', 'Control')}${name.length === 1 ? name.toUpperCase() : name}`
}
