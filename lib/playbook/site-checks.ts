// What a site profile says besides its shape: origins, selectors and patterns that can be used.
import { patternFault } from '../domain/pattern.ts'
import type { FieldSource, SiteDraft } from '../schema/site.ts'
import { originFault } from './site-origins.ts'
import { selectorFault } from './site-selectors.ts'

export type Path = (string | number)[]
export type Complain = (path: Path, code: string, message: string, fix: string) => void

const patternFix = 'Use a regular expression in RE2 syntax, without look-around and back references; its first group is the value.'

/** What keeps a profile from being published. What is merely unwise is in `lint-site`. */
export function checkSite(draft: SiteDraft, complain: Complain): void {
  const checkSelector = (selector: string | undefined, path: Path) => {
    const fault = selector === undefined ? null : selectorFault(selector)
    if (fault) complain(path, 'selector', fault, 'Use tags, classes, ids, attributes, :not, :is, :has, :nth-child and the combinators.')
  }
  if (draft.origins.length === 0) complain(['origins'], 'origin', 'The site has no origins.', 'Add one such as https://desk.example.com.')
  for (const [index, one] of draft.origins.entries()) {
    const fault = originFault(one)
    if (fault) complain(['origins', index], 'origin', fault.message, fault.fix)
  }
  if (draft.pages.length === 0) complain(['pages'], 'pages', 'The site has no pages.', 'Add a page with name, path, caseId, fields and reply.')
  for (const [at, page] of draft.pages.entries()) {
    const path: Path = ['pages', at]
    if (!page.path.startsWith('/'))
      complain([...path, 'path'], 'path', 'The path of a page begins with "/".', 'Write it as in the address, such as /tickets/*.')
    if (page.link !== undefined && !(page.link.startsWith('/') && !page.link.startsWith('//') && page.link.includes('{case}'))) {
      complain([...path, 'link'], 'link', 'The link does not lead to a case of this site.', 'Write a path with the id in it, such as /tickets/{case}.')
    } else if (page.link !== undefined && page.caseId.length === 0) {
      complain([...path, 'link'], 'link', 'The link needs a case id, and this page reads none.', 'Add sources under "caseId", or remove the link.')
    }
    checkSelector(page.text, [...path, 'text'])
    for (const boxes of ['reply', 'notes'] as const) {
      for (const [index, selector] of (page[boxes] ?? []).entries()) checkSelector(selector, [...path, boxes, index])
    }
    checkSources(page.caseId, [...path, 'caseId'], checkSelector, complain)
    const names = new Set<string>()
    for (const [index, field] of page.fields.entries()) {
      if (names.has(field.name))
        complain([...path, 'fields', index, 'name'], 'duplicate-field', `The field "${field.name}" is read twice.`, 'Put all its sources under one field.')
      names.add(field.name)
      if (field.sources.length === 0)
        complain([...path, 'fields', index, 'sources'], 'source', `The field "${field.name}" has no sources.`, 'Say where it stands, or remove it.')
      checkSources(field.sources, [...path, 'fields', index, 'sources'], checkSelector, complain)
    }
  }
}

function checkSources(sources: FieldSource[], path: Path, checkSelector: (selector: string | undefined, path: Path) => void, complain: Complain): void {
  for (const [index, source] of sources.entries()) {
    const at: Path = [...path, index]
    const fault = source.pattern === undefined ? null : patternFault(source.pattern)
    if (fault) complain([...at, 'pattern'], 'pattern', fault, patternFix)
    if (source.from === 'selector') checkSelector(source.selector, [...at, 'selector'])
    if (source.from === 'label') checkSelector(source.within, [...at, 'within'])
    if (source.from === 'url' && source.part !== 'path' && source.name === undefined && source.pattern === undefined) {
      complain(at, 'source', `A value from the ${source.part} needs a name or a pattern.`, 'Add "name: id" for the parameter, or a pattern with a group.')
    }
  }
}
