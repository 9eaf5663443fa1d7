// Snippets as a table that `handrail import csv` reads: the text stays Markdown, with its parts.

export function snippetsCsv(snippets: readonly { title: string; body: string }[]): string {
  const rows = snippets.map(({ title, body }) => [title, body].map(quoted).join(','))
  return `${['title,markdown', ...rows].join('\r\n')}\r\n`
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
