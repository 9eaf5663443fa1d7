// A picture that an unsent command names: from this device, or, where it came late with a case that a colleague handed over, from the hub.
import { cameWith, getImage, putImage } from '../db/images.ts'
import type { Session } from '../schema/member.ts'
import type { Image } from '../schema/proof.ts'
import type { SyncContext } from './context.ts'
import { callHub } from './hub-client.ts'
import { HubFailure } from './hub-failure.ts'

/** Null where nothing is known of it. Throws `HubFailure`: `later` as long as the colleague's device has not sent it. */
export async function pictureFor({ database, fetch, now }: SyncContext, session: Session, hash: string): Promise<Image | null> {
  const here = await database.use((db) => getImage(db, hash))
  if (here) return here
  const late = await database.use((db) => cameWith(db, hash))
  if (!late) return null
  const asked = callHub({ hubUrl: session.hubUrl, token: session.token, fetch }, 'picture', { params: { hash }, request: { of: late.of } })
  const { base64 } = await asked.catch((failure: unknown) => {
    if (!(failure instanceof HubFailure) || failure.kind !== 'refused') throw failure
    throw new HubFailure('later', failure.status, 'unavailable', 'A picture that a colleague took has not arrived at the hub yet.')
  })
  const image = { ...late.image, base64 }
  await database.use((db) => putImage(db, { ...image, memberId: session.member.id, takenAt: now() }))
  return image
}
