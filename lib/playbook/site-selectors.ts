// Which CSS selectors a site profile may use: what a browser matches in linear time on any page, and nothing that a page's author
// would not recognise. Unknown pseudo-classes, pseudo-elements and namespaces are refused.
import { parse, type Selector, SelectorType } from 'css-what'

const longest = 400
const mostParts = 40
const pseudoClasses = new Set([
  'not',
  'is',
  'where',
  'has',
  'first-child',
  'last-child',
  'only-child',
  'nth-child',
  'nth-last-child',
  'first-of-type',
  'last-of-type',
  'nth-of-type',
  'empty',
  'checked',
  'disabled',
  'enabled',
  'root',
])
const allowed = new Set<string>([
  SelectorType.Attribute,
  SelectorType.Tag,
  SelectorType.Universal,
  SelectorType.Descendant,
  SelectorType.Child,
  SelectorType.Adjacent,
  SelectorType.Sibling,
])

/** Why the selector cannot be used, as a sentence, or null. */
export function selectorFault(selector: string): string | null {
  if (selector.length > longest) return `The selector is longer than ${longest} characters.`
  try {
    const parts = parse(selector)
    if (parts.length === 0 || parts.some((part) => part.length === 0)) return 'The selector is empty.'
    if (parts.flat().length > mostParts) return `The selector has more than ${mostParts} parts.`
    return faultOf(parts, 0)
  } catch (error) {
    return `The selector cannot be read: ${error instanceof Error ? error.message : String(error)}.`
  }
}

function faultOf(selectors: Selector[][], depth: number): string | null {
  if (depth > 3) return 'The selector is nested too deep.'
  for (const part of selectors.flat()) {
    if ('namespace' in part && part.namespace !== null) return 'The selector uses a namespace.'
    if (part.type === SelectorType.Pseudo) {
      if (!pseudoClasses.has(part.name)) return `The selector uses ":${part.name}", which is not allowed.`
      const inner = Array.isArray(part.data) ? faultOf(part.data, depth + 1) : null
      if (inner) return inner
    } else if (!allowed.has(part.type)) {
      return part.type === SelectorType.PseudoElement
        ? `The selector uses "::${part.name}", which is not allowed.`
        : `The selector uses a "${part.type}", which is not allowed.`
    }
  }
  return null
}
