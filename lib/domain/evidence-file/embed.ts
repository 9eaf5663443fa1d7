// The data of an evidence file inside its page: a block that no browser runs, and the bytes of its pictures where the page shows them.
import { EvidenceFile } from '../../schema/evidence-file.ts'

const opening = '<script type="application/json" id="handrail-evidence">'
const closing = '</script>'

/** `<` and `>` would end the block or begin a comment in it; what turns the direction of writing would turn the source. */
export function dataBlock(file: EvidenceFile): string {
  const json = JSON.stringify(file).replace(/[<>&\u2028-\u202e\u2066-\u2069]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `${opening}${json}${closing}`
}

/** What a page tells, with the bytes of the pictures that it shows. Throws on what is no page of ours. */
export function fileIn(page: string): EvidenceFile {
  const shown = shownPictures(page)
  return withBytes(EvidenceFile.parse(JSON.parse(dataOf(page) ?? 'null')), shown)
}

export function withBytes(file: EvidenceFile, shown: Map<number, string>): EvidenceFile {
  const pictures = file.content.pictures.map((picture, at) => {
    const base64 = shown.get(at + 1)
    return base64 === undefined ? picture : { ...picture, base64 }
  })
  return { ...file, content: { ...file.content, pictures } }
}

export function withoutBytes(file: EvidenceFile): EvidenceFile {
  const pictures = file.content.pictures.map(({ base64: _, ...picture }) => picture)
  return { ...file, content: { ...file.content, pictures } }
}

/** The text between the marks of the block; null where there is none, or more than one. */
export function dataOf(page: string): string | null {
  const start = page.indexOf(opening)
  const from = start + opening.length
  const end = page.indexOf(closing, from)
  return start < 0 || end < 0 || page.indexOf(opening, from) >= 0 ? null : page.slice(from, end)
}

/** The bytes of each picture by its number, in base64, as the page shows them. */
export function shownPictures(page: string): Map<number, string> {
  const found = new Map<number, string>()
  // Signs that no text of people can hold on the page, where they are written as entities.
  const [start, source, middle] = ['<img id="picture-', ' src="data:', ';base64,']
  for (let at = page.indexOf(start); at >= 0; at = page.indexOf(start, at + 1)) {
    const number = Number.parseInt(page.slice(at + start.length, at + start.length + 6), 10)
    const end = page.indexOf('">', at)
    const address = page.slice(page.indexOf(source, at) + source.length, end)
    const from = address.indexOf(middle)
    if (end >= 0 && from >= 0 && !found.has(number)) found.set(number, address.slice(from + middle.length))
  }
  return found
}
