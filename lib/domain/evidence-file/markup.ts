// HTML by template: whatever is put in is text, unless it was made here.
import { writtenOut } from './unseen.ts'

/** HTML that is safe as it is. */
export class Markup {
  readonly html: string
  constructor(html: string) {
    this.html = html
  }
}
type Filling = Markup | string | number | null | readonly Markup[]

export function html(pieces: TemplateStringsArray, ...fillings: Filling[]): Markup {
  return new Markup(pieces.reduce((text, piece, at) => `${text}${textOf(fillings[at - 1] ?? null)}${piece}`))
}

function textOf(filling: Filling): string {
  if (filling === null) return ''
  if (filling instanceof Markup) return filling.html
  if (typeof filling === 'object') return filling.map((one) => one.html).join('')
  return escaped(String(filling))
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
function escaped(text: string): string {
  return writtenOut(text).replace(/[&<>"']/g, (sign) => entities[sign]!)
}
