// The files that an import makes, and how they get into a folder: all or none, and nobody's file is written over unasked.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Imported } from '../../lib/playbook/import/finding.ts'
import { printPlaybook } from '../../lib/playbook/print.ts'
import { printSnippet } from '../../lib/playbook/snippet-file.ts'
import { conflict, errorCode, invalid } from '../fault.ts'

export interface MadeFile {
  /** Below the folder. */
  path: string
  source: string
  text: string
}

export type Written = 'new' | 'unchanged' | 'replaced'

export function madeFiles({ playbooks, snippets }: Imported): MadeFile[] {
  return [
    ...playbooks.map(({ id, file, document }) => ({ path: `${id}.md`, source: file, text: printPlaybook(document) })),
    ...snippets.map(({ id, file, draft }) => ({ path: `snippets/${id}.md`, source: file, text: printSnippet(draft) })),
  ]
}

/** What is in the folder already, file by file. Refuses as a whole before anything is written. */
export async function writeMade(dir: string, files: readonly MadeFile[], replace: boolean): Promise<Map<string, Written>> {
  const states = new Map<string, Written>()
  for (const { path, text } of files) {
    const there = await textAt(join(dir, path))
    states.set(path, there === null ? 'new' : there === text ? 'unchanged' : 'replaced')
  }
  const taken = files.filter(({ path }) => states.get(path) === 'replaced')
  if (taken.length > 0 && !replace) {
    const names = taken.slice(0, 3).map(({ path }) => path)
    const rest = taken.length > 3 ? ` and ${taken.length - 3} more` : ''
    throw conflict(
      `Nothing was written: ${dir} already has ${names.join(', ')}${rest} with other text. Choose another --out, or add --replace to write over them.`,
    )
  }
  for (const { path, text } of files) {
    const state = states.get(path)
    if (state === 'unchanged') continue
    const at = join(dir, path)
    await mkdir(dirname(at), { recursive: true }).catch(() => {
      throw invalid(`The folder ${dirname(at)} cannot be made. Check the path and its permissions.`)
    })
    await writeFile(at, text, { flag: state === 'new' ? 'wx' : 'w' }).catch((error: unknown) => {
      if (errorCode(error) === 'EEXIST') throw conflict(`${at} appeared while the import ran; it was left alone. Run the import again.`)
      throw invalid(`${at} cannot be written. Check permissions and space.`)
    })
  }
  return states
}

async function textAt(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null
    if (errorCode(error) === 'ENOTDIR') throw invalid(`${path} cannot be written: a part of the path is a file. Choose another --out.`)
    throw invalid(`${path} is there and cannot be read. Check its permissions, or choose another --out.`)
  })
}
