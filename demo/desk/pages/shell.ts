// The frame around every page of the desk, and how it writes money and time.
import { html } from 'hono/html'

export type Markup = ReturnType<typeof html>

export const money = (value: number) => value.toLocaleString('en-US', { style: 'currency', currency: 'USD' })

const clock = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
export const moment = (at: number) => html`<time datetime="${new Date(at).toISOString()}">${clock.format(at)}</time>`

/** `script` is left out where the page's security policy forbids it. */
export function shell({ title, section, script, main }: { title: string; section: 'queue' | 'sellers'; script: boolean; main: Markup }) {
  const current = (name: typeof section) => (name === section ? html` aria-current="page"` : '')
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} | Lumo Support</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/desk.css">
${script ? html`<script type="module" src="/desk.js"></script>` : ''}
</head>
<body>
<div class="desk">
<header class="top">
<a class="brand" href="/tickets"><img src="/icon.svg" alt="" width="22" height="22">Lumo Support</a>
<nav aria-label="Lumo Support">
<a href="/tickets"${current('queue')}>Queue</a>
<a href="/admin/sellers"${current('sellers')}>Sellers</a>
</nav>
<span class="shift">Evening shift</span>
</header>
${main}
</div>
</body>
</html>`
}
