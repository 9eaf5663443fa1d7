// The hub's routes as a browser carries them: without what they say of themselves to people, and without those that the extension never calls.

/** `names` are of the routes to leave out. Throws when one is not written as it was. */
export function leanRoutes(source: string, names: readonly string[]): string {
  return names.reduce(withoutRoute, source.replace(/\bsummary: (['"]).*?\1,? ?/g, ''))
}

function withoutRoute(source: string, name: string): string {
  const start = source.search(new RegExp(`\\b${name}: route\\(`))
  if (start < 0) throw new Error(`The route ${name} is not written as it was: look at lean-routes.ts.`)
  let depth = 0
  for (let at = source.indexOf('(', start); at < source.length; at += 1) {
    if (source[at] === '(') depth += 1
    if (source[at] === ')') depth -= 1
    if (depth === 0) return `${source.slice(0, start)}${source.slice(at + 1).replace(/^\s*,/, '')}`
  }
  throw new Error(`The route ${name} does not end: look at lean-routes.ts.`)
}
