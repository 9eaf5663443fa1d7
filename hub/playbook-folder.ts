// A folder of playbooks as code: which files count, what they are, and what is wrong with them.
import { readdir, readFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { lintPlaybook } from '../lib/playbook/lint.ts'
import type { Known } from '../lib/playbook/lint-known.ts'
import { parsePlaybook } from '../lib/playbook/parse.ts'
import { printPlaybook } from '../lib/playbook/print.ts'
import type { Problem } from '../lib/playbook/problem.ts'
import { parseRedaction } from '../lib/playbook/redaction-file.ts'
import { parseSite } from '../lib/playbook/site-file.ts'
import { parseSnippet } from '../lib/playbook/snippet-file.ts'
import { parseSynonyms } from '../lib/playbook/synonyms-file.ts'
import { playbookFields, snippetFields } from '../lib/playbook/used-fields.ts'
import type { Snapshot } from '../lib/schema/feed.ts'
import { limits, Slug } from '../lib/schema/ids.ts'
import type { RedactionRules } from '../lib/schema/redaction.ts'
import type { SiteDraft } from '../lib/schema/site.ts'
import type { SnippetDraft } from '../lib/schema/snippet.ts'
import type { SynonymsDraft } from '../lib/schema/synonyms.ts'
import { errorCode, invalid } from './fault.ts'
import { namesakes } from './namesakes.ts'

export type FolderItem = { id: string; file: string } & (
  | { kind: 'playbook'; markdown: string }
  | { kind: 'snippet'; draft: SnippetDraft }
  | { kind: 'site'; draft: SiteDraft }
  | { kind: 'synonyms'; draft: SynonymsDraft }
  | { kind: 'redaction'; draft: RedactionRules }
)
export interface FolderProblem extends Problem {
  file: string
}
export interface PlaybookFolder {
  items: FolderItem[]
  problems: FolderProblem[]
  /** Paths of the files that were read, from the folder. */
  files: string[]
}
/** What the team has beside the folder. `published` is null where no hub was asked; without `queues` they are not checked. */
export interface Beside {
  published: Snapshot | null
  queues: string[]
}

type Kind = FolderItem['kind']
interface Source {
  kind: Kind
  file: string
  id: string
  text: string
}

/**
 * `DIR/*.md` and `DIR/playbooks/*.md` are playbooks, `DIR/snippets/*.md` snippets, `DIR/sites/*.yaml` sites, `DIR/synonyms.yaml` equal words,
 * `DIR/redaction.yaml` what is masked; README files are not.
 */
export async function readPlaybookFolder(dir: string, { published, queues }: Beside = { published: null, queues: [] }): Promise<PlaybookFolder> {
  const places: [Kind, string, RegExp][] = [
    ['playbook', dir, /\.md$/],
    ['playbook', join(dir, 'playbooks'), /\.md$/],
    ['snippet', join(dir, 'snippets'), /\.md$/],
    ['site', join(dir, 'sites'), /\.ya?ml$/],
    ['synonyms', dir, /^synonyms\.ya?ml$/],
    ['redaction', dir, /^redaction\.ya?ml$/],
  ]
  const sources: Source[] = []
  // One after the other: of several that cannot be read the first is named, which is the folder itself.
  for (const [kind, folder, ending] of places) sources.push(...(await readSources(dir, kind, folder, ending)))
  if (!sources.length) throw invalid(`There are no playbooks in ${dir}. Playbooks are DIR/*.md, snippets DIR/snippets/*.md, sites DIR/sites/*.yaml.`)
  const where = published ? 'in this folder or on the hub' : 'in this folder'
  const known = { ...knownNames(sources, published), queues }
  const others = sources.map((source) => (source.kind === 'site' ? null : readItem(source, known, where)))
  const used = usedFields(others, published)
  const read = sources.map((source, index) => others[index] ?? readSite(source, used))
  const own = read.flatMap(({ problems }, index) => problems.map((problem) => ({ ...problem, file: sources[index]?.file ?? '' })))
  const named = namesakes(sources.map((source, index) => ({ ...source, title: read[index]?.title ?? null })))
  return {
    items: read.flatMap(({ item }) => item ?? []),
    problems: inFileOrder([...own, ...named], sources),
    files: sources.map(({ file }) => file),
  }
}

/** Case fields are checked only where every site profile could be read: a name may stand in the one that could not. */
function knownNames(sources: Source[], published: Snapshot | null): Omit<Known, 'queues'> {
  const idsOf = (kind: Kind) => sources.filter((source) => source.kind === kind).map(({ id }) => id)
  const drafts = sources.filter(({ kind }) => kind === 'site').map(({ text }) => parseSite(text).draft)
  const sites = [...drafts.flatMap((draft) => draft ?? []), ...(published?.sites ?? [])]
  const fields = sites.flatMap(({ pages }) => pages.flatMap((page) => page.fields.map(({ name }) => name)))
  return {
    snippets: [...idsOf('snippet'), ...(published?.snippets ?? []).map(({ id }) => id)],
    playbooks: [...idsOf('playbook'), ...(published?.playbooks ?? []).map(({ id }) => id)],
    fields: drafts.includes(null) ? [] : [...new Set(fields)],
  }
}

/** Null where a file could not be read, since it may name any field, and where there is nothing that could name one. */
function usedFields(others: (ReadItem | null)[], published: Snapshot | null): string[] | null {
  const files = others.flatMap((one) => one ?? [])
  const beside = [
    ...(published?.playbooks ?? []).flatMap(({ document }) => playbookFields(document)),
    ...(published?.snippets ?? []).flatMap(({ body }) => snippetFields(body)),
  ]
  if (files.some(({ uses }) => uses === null) || files.length + beside.length === 0) return null
  return [...new Set([...beside, ...files.flatMap(({ uses }) => uses ?? [])])]
}

function inFileOrder(problems: FolderProblem[], sources: Source[]): FolderProblem[] {
  const order = new Map(sources.map(({ file }, index) => [file, index]))
  return problems.toSorted((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.line - b.line || a.column - b.column)
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
      id: kind === 'synonyms' || kind === 'redaction' ? kind : basename(file).replace(ending, ''),
      text: await readFile(join(folder, file), 'utf8'),
    })),
  )
}

interface ReadItem {
  item: FolderItem | null
  problems: Problem[]
  title: string | null
  /** The case fields that it names; null where it could not be read. */
  uses: string[] | null
}

const badNames = (id: string) => (Slug.safeParse(id).success ? [] : [badName(id)])

function readSite({ file, id, text }: Source, used: string[] | null): ReadItem {
  const { draft, problems } = parseSite(text, used)
  return { item: draft && { kind: 'site', id, file, draft }, problems: [...badNames(id), ...problems], title: draft?.name ?? null, uses: [] }
}

function readItem({ kind, file, id, text }: Source, known: Known, where: string): ReadItem {
  const named = badNames(id)
  if (kind === 'playbook') {
    const problems = [...named, ...lintPlaybook(text, known).map((problem) => saidWhere(problem, where))]
    const { document, problems: faults } = parsePlaybook(text)
    const markdown = document && printPlaybook(document)
    if (markdown && markdown.length > limits.markdown) problems.push(tooLong(markdown.length))
    const uses = document && !faults.some(({ severity }) => severity === 'error') ? playbookFields(document) : null
    return { item: markdown ? { kind, id, file, markdown } : null, problems, title: document?.title ?? null, uses }
  }
  if (kind === 'snippet') {
    const { draft, problems } = parseSnippet(text)
    const uses = draft && snippetFields(draft.body)
    return { item: draft && { kind, id, file, draft }, problems: [...named, ...problems], title: draft?.title ?? null, uses }
  }
  if (kind === 'redaction') {
    const { draft, problems } = parseRedaction(text)
    return { item: draft && { kind, id, file, draft }, problems, title: null, uses: [] }
  }
  const { draft, problems } = parseSynonyms(text)
  return { item: draft && { kind: 'synonyms', id, file, draft }, problems, title: null, uses: [] }
}

/** The rules speak of the team; only this reader knows how far it looked. A team may have more site profiles than these. */
function saidWhere(problem: Problem, where: string): Problem {
  const name = /"([^"]*)"\.$/.exec(problem.message)?.[1] ?? ''
  switch (problem.code) {
    case 'unknown-field':
      return { ...problem, severity: 'warning', message: `No site profile ${where} reads "${name}".` }
    case 'unknown-snippet':
      return { ...problem, message: `There is no snippet "${name}" ${where}.` }
    case 'unknown-playbook':
      return { ...problem, severity: 'error', message: `There is no playbook "${name}" ${where}.` }
    default:
      return problem
  }
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
