// Which CSS selectors a site profile may use: what a browser matches in linear time on any page, and nothing that a page's author
// would not recognise. Unknown pseudo-classes, pseudo-elements and namespaces are refused, and whatever a browser would refuse.
import { parse, type Selector, SelectorType } from 'css-what'
import { spellingFault } from './selector-spelling.ts'

const longest = 400
const mostParts = 40
/** By what stands in their parentheses. */
const pseudoClasses = {
  selectors: new Set(['not', 'is', 'where', 'has']),
  count: new Set(['nth-child', 'nth-last-child', 'nth-of-type']),
  nothing: new Set(['first-child', 'last-child', 'only-child', 'first-of-type', 'last-of-type', 'empty', 'checked', 'disabled', 'enabled', 'root']),
}
const combinators = new Set<string>([SelectorType.Descendant, SelectorType.Child, SelectorType.Adjacent, SelectorType.Sibling])
const simple = new Set<string>([SelectorType.Attribute, SelectorType.Tag, SelectorType.Universal])
const count = /^\s*(?:odd|even|[+-]?\d+|[+-]?\d*n(?:\s*[+-]\s*\d+)?)\s*$/i

interface Around {
  depth: number
  isInHas: boolean
  mayBeginWithCombinator: boolean
}

/** Why the selector cannot be used, as a sentence, or null. */
export function selectorFault(selector: string): string | null {
  if (selector.length > longest) return `The selector is longer than ${longest} characters.`
  try {
    const parts = parse(selector)
    if (parts.length === 0 || parts.some((part) => part.length === 0)) return 'The selector is empty.'
    if (parts.flat().length > mostParts) return `The selector has more than ${mostParts} parts.`
    return faultOf(parts, { depth: 0, isInHas: false, mayBeginWithCombinator: false }) ?? spellingFault(selector)
  } catch (error) {
    return `The selector cannot be read: ${error instanceof Error ? error.message : String(error)}.`
  }
}

function faultOf(selectors: Selector[][], around: Around): string | null {
  if (around.depth > 3) return 'The selector is nested too deep.'
  for (const parts of selectors) {
    for (const [index, part] of parts.entries()) {
      const fault = orderFault(parts, index, around) ?? partFault(part, around)
      if (fault) return fault
    }
  }
  return null
}

function orderFault(parts: Selector[], index: number, { mayBeginWithCombinator }: Around): string | null {
  const { type } = parts[index]!
  const before = parts[index - 1]?.type
  if (combinators.has(type)) {
    if (index === 0 && !mayBeginWithCombinator) return 'The selector begins with a combinator.'
    return index === parts.length - 1 ? 'The selector ends with a combinator.' : null
  }
  const isName = type === SelectorType.Tag || type === SelectorType.Universal
  return isName && before !== undefined && !combinators.has(before) ? 'The selector has a tag name behind another part, without a space.' : null
}

function partFault(part: Selector, around: Around): string | null {
  if ('namespace' in part && part.namespace !== null) return 'The selector uses a namespace.'
  if (part.type === SelectorType.Pseudo) return pseudoFault(part.name, part.data, around)
  if (part.type === SelectorType.Attribute && part.action === 'not') return 'The selector uses "!=", which browsers do not know.'
  if (part.type === SelectorType.Tag && /[()]/.test(part.name)) return 'The selector has a parenthesis where none may stand.'
  if (simple.has(part.type) || combinators.has(part.type)) return null
  return `The selector uses ${part.type === SelectorType.PseudoElement ? `"::${part.name}"` : `a "${part.type}"`}, which is not allowed.`
}

function pseudoFault(name: string, inner: Selector[][] | string | null, { depth, isInHas }: Around): string | null {
  if (pseudoClasses.selectors.has(name)) {
    if (!Array.isArray(inner)) return `The selector uses ":${name}" without a selector in parentheses.`
    const isHas = name === 'has'
    if (isHas && isInHas) return 'The selector has a ":has" inside another one.'
    return faultOf(inner, { depth: depth + 1, isInHas: isInHas || isHas, mayBeginWithCombinator: isHas })
  }
  if (pseudoClasses.count.has(name)) {
    return typeof inner === 'string' && count.test(inner) ? null : `The selector uses ":${name}" without a count such as 2, odd or 3n+1 in parentheses.`
  }
  if (!pseudoClasses.nothing.has(name)) return `The selector uses ":${name}", which is not allowed.`
  return inner === null ? null : `The selector uses ":${name}" with parentheses.`
}
