// Ids for the documents of one import, from their file names: `reports/Fake item.md` becomes fake-item, or reports-fake-item where that is taken.
import { slugOf } from '../step-ids.ts'
import type { LinkResolver } from './clean-links.ts'
import { freeId } from './snippet-shelf.ts'

/** Id by file, in the order given. */
export function fileIds(files: readonly string[]): Map<string, string> {
  const taken = new Set<string>()
  const names = files.map((file) => slugOf(nameOf(file), 'document'))
  return new Map(
    files.map((file, index) => {
      const isAlone = names.filter((name) => name === names[index]).length === 1
      const folder = file.split('/').at(-2)
      const base = isAlone || folder === undefined ? names[index]! : slugOf(`${folder} ${nameOf(file)}`, 'document')
      return [file, freeId(base, taken)]
    }),
  )
}

/** A file that only names its folder is called after it; `readme.md` itself is never read as a playbook. */
function nameOf(file: string): string {
  const parts = file.split('/')
  const name = parts.at(-1)!.replace(/\.[^.]+$/, '')
  return /^(?:readme|index|_index)$/i.test(name) ? (parts.at(-2) ?? 'Read me') : name
}

/** Relative links between the files of one import, as links between playbooks. */
export function linkResolver(file: string, ids: ReadonlyMap<string, string>): LinkResolver {
  const base = new URL(encodeURI(file), 'file:///')
  return (url) => {
    if (url.trim() === '' || /^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('#') || url.startsWith('//') || !URL.canParse(url, base)) return null
    const path = decoded(new URL(url, base).pathname).slice(1).replace(/\/$/, '')
    if (path === file) return null
    const id = [path, `${path}.md`, `${path}/README.md`, `${path}/index.md`].map((name) => ids.get(name)).find((found) => found !== undefined)
    return id === undefined ? null : `playbook:${id}`
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
