// Handrail's button in the browser's toolbar, which headless browsers do not draw: pressed through the debugger, as if by a person.
import type { Frame, Page } from 'playwright-core'
import { chromiumId } from '../../lib/identity.ts'
import type { Stage } from './extension.ts'

/** With this page in front. */
export async function pressToolbarButton({ context }: Stage, page: Page): Promise<void> {
  const session = await context.browser()!.newBrowserCDPSession()
  const send = session.send.bind(session) as unknown as (method: string, asked: object) => Promise<{ targetInfos: { targetId: string; url: string }[] }>
  const { targetInfos } = await send('Target.getTargets', { filter: [{ type: 'tab' }] })
  const tab = targetInfos.find(({ url }) => url === page.url())
  if (!tab) throw new Error(`No tab shows ${page.url()}.`)
  await send('Extensions.triggerAction', { id: chromiumId, targetId: tab.targetId })
  await session.detach()
}

/** Proves the first step of this name with a picture of the page, which has it done. */
export async function photograph(stage: Stage, page: Page, panel: Frame | Page, name: RegExp): Promise<void> {
  const step = panel.getByRole('listitem').filter({ hasText: name }).first()
  await step.getByRole('checkbox').click()
  await step.getByRole('button', { name: 'Picture', exact: true }).click()
  await step.getByText('button in the toolbar').waitFor()
  await pressToolbarButton(stage, page)
  await step.getByRole('checkbox', { checked: true }).waitFor()
}
