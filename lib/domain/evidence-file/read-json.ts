// Reads JSON that somebody may have tampered with: one member that stands twice is read by one program so and by another otherwise.

/** Nothing that Handrail writes is nested deeper than a third of it. */
const deepest = 60

export type Read = { value: unknown } | { fault: string }

export function readUntrusted(text: string): Read {
  const fault = faultOf(text)
  if (fault !== null) return { fault }
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return { fault: 'it is not JSON any more' }
  }
}

function faultOf(text: string): string | null {
  /** Of each object that is open the names so far; null for a list. */
  const open: (Set<string> | null)[] = []
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? new Set() : null)
      if (open.length > deepest) return 'it is nested deeper than any that Handrail writes'
    } else if (sign === '}' || sign === ']') open.pop()
    else if (sign === '"') {
      const end = endOfString(text, at)
      const names = open.at(-1)
      if (names && /^\s*:/.test(text.slice(end + 1, end + 20))) {
        const name = nameIn(text.slice(at, end + 1))
        if (names.has(name)) return `“${name}” stands twice in it`
        names.add(name)
      }
      at = end
    }
  }
  return null
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '"') return at
  }
  return text.length
}

function nameIn(quoted: string): string {
  try {
    return String(JSON.parse(quoted))
  } catch {
    return quoted
  }
}
