// What the build leaves out of webextension-polyfill: the calls of namespaces that `lib/browser.ts` does not offer.
// Refuses to build when the library is not laid out as it was when this was written.

const table = /const apiMetadata = (\{\n[\s\S]*?\n {6}\});/

/** webextension-polyfill as it is published, to what wraps `namespaces`. */
export function leanPolyfill(published: string, namespaces: readonly string[]): string {
  const [whole, json] = table.exec(published) ?? []
  if (!whole || !json) throw new Error('webextension-polyfill keeps its table of calls elsewhere now: mend lean-polyfill.ts.')
  const calls = Object.entries(JSON.parse(json) as Record<string, unknown>).filter(([namespace]) => namespaces.includes(namespace))
  return published.replace(whole, () => `const apiMetadata = ${JSON.stringify(Object.fromEntries(calls))};`)
}
