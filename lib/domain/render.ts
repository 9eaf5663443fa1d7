// Filling a snippet: variables from the case, Markdown marks flattened to what a plain reply box can hold.

const variable = /\{\{\s*([a-z][a-z0-9.-]*)\s*(?:\|\s*([^{}]*?)\s*)?\}\}/g

/**
 * `{{case.requester}}` becomes its value, `{{case.requester|there}}` falls back to "there". A variable without value or
 * fallback stays visible as `[case.requester]` and is named in `missing`, so that nobody sends a silent gap.
 */
export function renderSnippet(body: string, values: Record<string, string>): { text: string; missing: string[] } {
  const missing = new Set<string>()
  // Flattened first: a value from a page is text, never Markdown.
  const text = flatten(body).replace(variable, (_, field: string, fallback: string | undefined) => {
    const value = Object.hasOwn(values, field) ? (values[field] ?? '').trim() : ''
    if (value !== '') return value
    if (fallback !== undefined && fallback !== '') return fallback
    missing.add(field)
    return `[${field}]`
  })
  return { text: text.trim(), missing: [...missing] }
}

function flatten(markdown: string): string {
  return markdown
    .replace(/\r\n?/g, '\n')
    .replace(/\[([^\]\n]+)\]\((https?:[^)\s]+|mailto:[^)\s]+)\)/g, (_, label: string, url: string) =>
      label === url || url === `mailto:${label}` ? label : `${label} (${url.replace(/^mailto:/, '')})`,
    )
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])/g, '$1')
    .replace(/(?<![\w_])_(?=\S)([^_\n]+?)(?<=\S)_(?![\w_])/g, '$1')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/^#{1,6}\s+/gm, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, '$1')
    .replace(/([^\n])(?<! {2})\n(?!\n|[-*+] |\d+[.)] |>)(?=[^\n])/g, '$1 ')
    .replace(/ +\n/g, '\n')
}
