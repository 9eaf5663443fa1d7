// What a member of the team does in Firefox before the story starts: join by an invite, allow a site at the browser's own question.
import { until } from '../../demo/stage/rail.ts'
import type { Role } from '../../lib/schema/member.ts'
import type { Firefox } from './firefox.ts'
import type { FirefoxPage } from './firefox-page.ts'
import type { Team } from './team.ts'

/** Joins through the welcome page, as anybody would, and answers that page. */
export async function joinInFirefox(firefox: Firefox, { company }: Team, name: string, role: Role): Promise<FirefoxPage> {
  const welcome = await firefox.open('welcome.html')
  await welcome.fill('textbox', 'Hub address', company.hub.url)
  await welcome.fill('textbox', 'Invite code', await company.invite(role))
  await welcome.fill('textbox', 'Your name', name)
  await welcome.press('button', 'Join team')
  await welcome.sees(/You are in/)
  return welcome
}

/** Answers what Firefox asked. */
export async function allowSite({ window }: Firefox, welcome: FirefoxPage, origin: string): Promise<string> {
  await welcome.toFront()
  await welcome.fill('textbox', 'Another site', origin)
  await welcome.press('button', 'Allow site')
  return window.answerPrompt('Allow')
}

/** Name and place of the launcher in the page at `url`; a page of ours may look into its closed root, as it may on any site that is on. */
export function launcherIn(own: FirefoxPage, url: string): Promise<{ label: string; x: number; y: number }> {
  const look = `() => {
    const button = document.querySelector('handrail-host')?.openOrClosedShadowRoot?.querySelector('button[aria-label^="Open Handrail"]')
    const box = button?.getBoundingClientRect()
    return box?.width ? { label: button.ariaLabel, x: box.x + box.width / 2, y: box.y + box.height / 2 } : null
  }`
  return until(
    () =>
      own.evaluate<{ label: string; x: number; y: number } | null>(`(async () => {
        const tab = (await browser.tabs.query({})).find((tab) => tab.url === ${JSON.stringify(url)})
        return tab && (await browser.scripting.executeScript({ target: { tabId: tab.id }, func: ${look} }))[0].result
      })()`),
    'the launcher',
  )
}
