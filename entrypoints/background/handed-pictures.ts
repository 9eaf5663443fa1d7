// The pictures of a case that a colleague hands over, fetched and kept once it is taken. One that has not come yet is asked for when it is looked at.
import { getImage, putImage } from '../../lib/db/images.ts'
import { picturesOf } from '../../lib/domain/handover.ts'
import type { Handover } from '../../lib/schema/handover.ts'
import { askHub } from './hub.ts'
import type { Worker } from './worker.ts'

export async function fetchPictures(worker: Worker, { content, to }: Handover): Promise<void> {
  for (const image of picturesOf(content.runs)) {
    if (await worker.database.use((db) => getImage(db, image.hash))) continue
    const request = { params: { hash: image.hash }, request: { of: content.id } }
    const found = await askHub(worker, 'picture', request).catch(() => null)
    if (found) await worker.database.use((db) => putImage(db, { ...image, base64: found.base64, memberId: to.id, takenAt: worker.now() }))
  }
}
