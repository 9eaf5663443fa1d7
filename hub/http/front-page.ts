// GET /: what somebody sees who opens the hub's address in a browser. Names no team: anybody who reaches the hub may read it.
import { pageOf } from './page.ts'

export const frontPage = pageOf(
  'Handrail hub',
  `
<h1>This is a Handrail hub</h1>
<p>It keeps a team's playbooks and escalations. There is nothing to sign in to here: the work happens in the Handrail extension.</p>
<ol>
<li>You have an invite: open its link, or paste this address and the code on the extension's Welcome page.</li>
<li>You have none: ask your lead. Leads make invites in the console, under Team.</li>
<li>You write programs: <a href="openapi.json">openapi.json</a> describes what the hub answers.</li>
</ol>
`,
)
