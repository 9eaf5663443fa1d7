// The hub's few web pages: static, in both themes, allowed to run nothing but what is written here.
import { createHash } from 'node:crypto'

const style = `
:root { color-scheme: light dark; --ink: #1c2733; --soft: #556270; --ground: #f6f7f9; --card: #ffffff; --line: #d9dee4; --accent: #0b6e6e }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecf1; --soft: #a3afbc; --ground: #14191f; --card: #1c232b; --line: #36404b; --accent: #5ec4c1 } }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, sans-serif }
main { max-width: 34rem; margin: 12vh auto; padding: 2rem; background: var(--card); border: 1px solid var(--line); border-radius: 10px }
h1 { margin: 0 0 .5rem; font-size: 1.35rem } p { margin: .5rem 0; color: var(--soft) } ol { padding-left: 1.3rem } li { margin: .6rem 0 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .4rem 1rem; margin: .6rem 0 }
dt { color: var(--soft) } dd { margin: 0; overflow-wrap: anywhere } a { color: var(--accent) } code { font: 600 1rem ui-monospace, monospace; color: var(--accent); user-select: all }
@media (max-width: 38rem) { main { margin: 0; border: 0; border-radius: 0; min-height: 100vh; box-sizing: border-box } }
`

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

export interface Page {
  html: string
  headers: Record<string, string>
}

/** `main` is HTML of ours, never of anybody else; `script` runs after it. */
export function pageOf(title: string, main: string, script: string | null = null): Page {
  const scripts = script === null ? '' : ` script-src ${hash(script)};`
  return {
    html: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
${main.trim()}
</main>
${script === null ? '' : `<script>${script}</script>\n`}</body>
</html>
`,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src ${hash(style)};${scripts} base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    },
  }
}
