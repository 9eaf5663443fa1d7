// A folder of playbooks as code: which files count, what they are, and what is wrong with them.
import { readdir, readFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { lintPlaybook } from '../lib/playbook/lint.ts'
import { parsePlaybook } from '../lib/playbook/parse.ts'
import { printPlaybook } from '../lib/playbook/print.ts'
import type { Problem } from '../lib/playbook/problem.ts'
import { parseSite } from '../lib/playbook/site-file.ts'
import { parseSnippet } from '../lib/playbook/snippet-file.ts'
import { limits, Slug } from '../lib/schema/ids.ts'
import type { SiteDraft } from '../lib/schema/site.ts'
import type { SnippetDraft } from '../lib/schema/snippet.ts'
import { errorCode, invalid } from './fault.ts'

export type FolderItem = { id: string; file: string } & (
  | { kind: 'playbook'; markdown: string }
  | { kind: 'snippet'; draft: SnippetDraft }
  | { kind: 'site'; draft: SiteDraft }
)
export interface FolderProblem extends Problem {
  file: string
}
export interface PlaybookFolder {
  items: FolderItem[]
  problems: FolderProblem[]
  files: number
}

type Kind = FolderItem['kind']
interface Source {
  kind: Kind
  file: string
  id: string
  text: string
}

/**
 * `DIR/*.md` and `DIR/playbooks/*.md` are playbooks, `DIR/snippets/*.md` snippets, `DIR/sites/*.yaml` sites; README files are not.
 * `published`: snippets that the hub has already; null where no hub was asked.
 */
export async function readPlaybookFolder(dir: string, published: string[] | null = null): Promise<PlaybookFolder> {
  const places: [Kind, string, RegExp][] = [
    ['playbook', dir, /\.md$/],
    ['playbook', join(dir, 'playbooks'), /\.md$/],
    ['snippet', join(dir, 'snippets'), /\.md$/],
    ['site', join(dir, 'sites'), /\.ya?ml$/],
  ]
  const sources = (await Promise.all(places.map(([kind, folder, ending]) => readSources(dir, kind, folder, ending)))).flat()
  if (!sources.length) throw invalid(`There are no playbooks in ${dir}. Playbooks are DIR/*.md, snippets DIR/snippets/*.md, sites DIR/sites/*.yaml.`)
  const snippets = [...sources.filter(({ kind }) => kind === 'snippet').map(({ id }) => id), ...(published ?? [])]
  const where = published ? 'in this folder or on the hub' : 'in this folder'
  const read = sources.map((source) => readItem(source, snippets, where))
  return {
    items: read.flatMap(({ item }) => item ?? []),
    problems: read.flatMap(({ problems }, index) => problems.map((problem) => ({ ...problem, file: sources[index]?.file ?? '' }))),
    files: sources.length,
  }
}

async function readSources(root: string, kind: Kind, folder: string, ending: RegExp): Promise<Source[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (folder !== root && errorCode(error) === 'ENOENT') return []
    if (errorCode(error) === 'ENOTDIR') throw invalid(`${folder} is a file; name its folder.`)
    throw invalid(`The folder ${folder} cannot be read. Check the path.`)
  })
  const wanted = names.filter((file) => ending.test(file) && !/^readme\./i.test(file)).sort()
  return Promise.all(
    wanted.map(async (file) => ({
      kind,
      file: relative(root, join(folder, file)),
      id: basename(file).replace(ending, ''),
      text: await readFile(join(folder, file), 'utf8'),
    })),
  )
}

function readItem({ kind, file, id, text }: Source, snippets: string[], where: string): { item: FolderItem | null; problems: Problem[] } {
  const named = Slug.safeParse(id).success ? [] : [badName(id)]
  if (kind === 'playbook') {
    // Queues and fields are the team's to name.
    const found = lintPlaybook(text, { snippets, queues: [], fields: [] })
    const problems = [...named, ...found.map((problem) => (problem.code === 'unknown-snippet' ? saidWhere(problem, where) : problem))]
    const { document } = parsePlaybook(text)
    const markdown = document && printPlaybook(document)
    if (markdown && markdown.length > limits.markdown) problems.push(tooLong(markdown.length))
    return { item: markdown ? { kind, id, file, markdown } : null, problems }
  }
  if (kind === 'snippet') {
    const { draft, problems } = parseSnippet(text)
    return { item: draft && { kind, id, file, draft }, problems: [...named, ...problems] }
  }
  const { draft, problems } = parseSite(text)
  return { item: draft && { kind, id, file, draft }, problems: [...named, ...problems] }
}

/** The rule speaks of the team; only this reader knows how far it looked. */
function saidWhere(problem: Problem, where: string): Problem {
  const name = /"([^"]*)"/.exec(problem.message)?.[1] ?? ''
  return { ...problem, message: `There is no snippet "${name}" ${where}.` }
}

function tooLong(length: number): Problem {
  const size = `${length.toLocaleString('en')} of ${limits.markdown.toLocaleString('en')} characters`
  return {
    severity: 'error',
    line: 1,
    column: 1,
    code: 'too-large',
    message: `The file is too large as it is published: ${size}.`,
    fix: 'Split it into several files.',
  }
}

function badName(id: string): Problem {
  return {
    severity: 'error',
    line: 1,
    column: 1,
    code: 'file-name',
    message: `"${id}" cannot be an id.`,
    fix: 'Name the file with lower-case letters, digits and hyphens, such as item-not-received.md.',
  }
}
