// GET /join: what an invite link shows in a browser. Static; the code stays in the fragment and is never sent anywhere.
import { createHash } from 'node:crypto'

const style = `
:root { color-scheme: light dark; --ink: #1c2733; --soft: #556270; --ground: #f6f7f9; --card: #ffffff; --line: #d9dee4; --accent: #0b6e6e }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecf1; --soft: #a3afbc; --ground: #14191f; --card: #1c232b; --line: #36404b; --accent: #5ec4c1 } }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, sans-serif }
main { max-width: 34rem; margin: 12vh auto; padding: 2rem; background: var(--card); border: 1px solid var(--line); border-radius: 10px }
h1 { margin: 0 0 .5rem; font-size: 1.35rem } p { margin: .5rem 0; color: var(--soft) } ol { padding-left: 1.3rem } li { margin: .6rem 0 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .4rem 1rem; margin: .6rem 0 }
dt { color: var(--soft) } dd { margin: 0; overflow-wrap: anywhere } code { font: 600 1rem ui-monospace, monospace; color: var(--accent); user-select: all }
@media (max-width: 38rem) { main { margin: 0; border: 0; border-radius: 0; min-height: 100vh; box-sizing: border-box } }
`
const script = `
document.getElementById('address').textContent = location.origin
const code = decodeURIComponent(location.hash.slice(1)).replace(/[^0-9A-Za-z-]/g, '')
document.getElementById('code').textContent = code || 'missing: ask for the whole link'
`
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

export const joinPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Join a Handrail team</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>You are invited to a Handrail team</h1>
<p>Handrail puts your team's playbooks beside the page you work on. The invite works once, for seven days.</p>
<ol>
<li>Install the Handrail extension in your browser, if it is not there yet.</li>
<li>Open its Welcome page: the Handrail button in the toolbar, then Join team.</li>
<li>Paste these two and choose Join team.
<dl><dt>Hub address</dt><dd><code id="address">the address of this page</code></dd>
<dt>Invite code</dt><dd><code id="code">the part after # in your link</code></dd></dl></li>
</ol>
</main>
<script>${script}</script>
</body>
</html>
`

export const joinPageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
}
