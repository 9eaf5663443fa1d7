// The form of a text that a step asks for: `LM-######`. # is a digit, @ a letter, * anything, a backslash makes the next character itself.
// Not a regular expression on purpose: it says to the agent what to type, and it cannot hang.

type Sign = { mark: '#' | '@' | '*' } | { mark: null; character: string }

const digit = /^\p{Nd}$/u
const letter = /^\p{L}$/u

/** The whole value has to fit; capital and small letters are the same. */
export function hasForm(form: string, value: string): boolean {
  const signs = signsOf(form)
  const characters = [...value]
  let at = 0
  let sign = 0
  // Where the last * stands and how much it has taken: on a mismatch it takes one more.
  let star = -1
  let taken = 0
  while (at < characters.length) {
    if (signs[sign]?.mark === '*') {
      star = sign++
      taken = at
    } else if (isFit(signs[sign], characters[at]!)) {
      sign++
      at++
    } else if (star >= 0) {
      sign = star + 1
      at = ++taken
    } else {
      return false
    }
  }
  return signs.slice(sign).every(({ mark }) => mark === '*')
}

/** "Type it in the form LM-######, where # is a digit." */
export function formWords(form: string): string {
  const marks = new Set(signsOf(form).map(({ mark }) => mark))
  const meanings = [...(marks.has('#') ? ['# is a digit'] : []), ...(marks.has('@') ? ['@ is a letter'] : []), ...(marks.has('*') ? ['* is anything'] : [])]
  const where = meanings.length > 1 ? `${meanings.slice(0, -1).join(', ')} and ${meanings.at(-1)}` : meanings.join('')
  return `Type it in the form ${form}${where === '' ? '' : `, where ${where}`}.`
}

function signsOf(form: string): Sign[] {
  const signs: Sign[] = []
  let isEscaped = false
  for (const character of form) {
    if (isEscaped || !'#@*\\'.includes(character)) signs.push({ mark: null, character })
    else if (character !== '\\') signs.push({ mark: character as '#' | '@' | '*' })
    isEscaped = !isEscaped && character === '\\'
  }
  return isEscaped ? [...signs, { mark: null, character: '\\' }] : signs
}

function isFit(sign: Sign | undefined, character: string): boolean {
  if (!sign) return false
  if (sign.mark === null) return sign.character.toLowerCase() === character.toLowerCase()
  return (sign.mark === '#' ? digit : letter).test(character)
}
