// Desktop notifications. Their ids say what a click opens, so that a worker that died meanwhile still knows. No personal text goes
// into them: severity, queue, number and the colleague's name, never the note, the title of a page or a customer.
import type { Browser } from '../../lib/browser.ts'
import { z } from '../../lib/schema/z.ts'

const Purpose = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('inbox'), id: z.string() }),
  z.object({ kind: z.literal('answer'), id: z.string() }),
  z.object({ kind: z.literal('handover'), id: z.string() }),
  z.object({ kind: z.literal('undo'), id: z.string() }),
  z.object({ kind: z.literal('join') }),
  /** Nothing to open but the panel, about this tab. */
  z.object({ kind: z.literal('panel'), tabId: z.nullable(z.int()) }),
])
export type Purpose = z.infer<typeof Purpose>

export interface Notice {
  purpose: Purpose
  title: string
  message: string
  /** Where the browser has buttons; elsewhere the click itself does it. */
  button?: string
}

export function purposeOf(notificationId: string): Purpose | null {
  try {
    return Purpose.parse(JSON.parse(notificationId))
  } catch {
    return null
  }
}

/** False when the browser or the system does not show it: the badge and the panel must carry the message then. */
export async function notify({ notifications, runtime }: Pick<Browser, 'notifications' | 'runtime'>, notice: Notice, hasButtons: boolean): Promise<boolean> {
  const { purpose, title, message, button } = notice
  const shown = { type: 'basic' as const, iconUrl: runtime.getURL('/icon/128.png'), title, message }
  const buttons = hasButtons && button ? { buttons: [{ title: button }] } : {}
  try {
    await notifications.create(JSON.stringify(purpose), { ...shown, ...buttons })
    return true
  } catch {
    return false
  }
}

export async function retract({ notifications }: Pick<Browser, 'notifications'>, purpose: Purpose): Promise<void> {
  await notifications.clear(JSON.stringify(purpose)).catch(() => false)
}
