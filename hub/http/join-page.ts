// GET /join: what an invite link shows in a browser. Static; the code stays in the fragment and is never sent anywhere.
import { pageOf } from './page.ts'

const script = `
document.getElementById('address').textContent = location.origin
const code = decodeURIComponent(location.hash.slice(1)).replace(/[^0-9A-Za-z-]/g, '')
document.getElementById('code').textContent = code || 'missing: ask for the whole link'
`

export const joinPage = pageOf(
  'Join a Handrail team',
  `
<h1>You are invited to a Handrail team</h1>
<p>Handrail puts your team's playbooks beside the page you work on. The invite works once, for seven days.</p>
<ol>
<li>Install the Handrail extension in your browser, if it is not there yet.</li>
<li>Open its Welcome page: the Handrail button in the toolbar, then Join team.</li>
<li>Paste these two and choose Join team.
<dl><dt>Hub address</dt><dd><code id="address">the address of this page</code></dd>
<dt>Invite code</dt><dd><code id="code">the part after # in your link</code></dd></dl></li>
</ol>
`,
  script,
)
