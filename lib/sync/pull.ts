// Reads the feed by requests until it is caught up: after an alarm, or where no socket holds.
import type { SyncContext } from './context.ts'
import { applyPage } from './feed.ts'
import { callHub } from './hub-client.ts'
import { HubFailure } from './hub-failure.ts'
import { readPlace } from './place.ts'
import { readPage } from './received-page.ts'
import { noteRevoked, takeSnapshot } from './snapshot.ts'

export type PullResult = 'caught-up' | 'offline' | 'signed-out'

const pageSize = 500

export function pull(context: SyncContext): Promise<PullResult> {
  return context.lock('handrail-pull', async () => {
    try {
      return await catchUp(context)
    } catch (failure) {
      if (!(failure instanceof HubFailure)) throw failure
      return failure.kind === 'unauthorized' ? 'signed-out' : 'offline'
    }
  })
}

async function catchUp(context: SyncContext): Promise<PullResult> {
  const { database, onMoved } = context
  for (;;) {
    const { session, cursor } = await readPlace(context)
    if (session?.state !== 'active') return 'signed-out'
    if (cursor === null) {
      await takeSnapshot(context)
      continue
    }
    const page = await callHub({ ...session, fetch: context.fetch }, 'feed', { params: {}, request: { after: cursor, limit: pageSize } }, readPage).catch(
      async (failure: unknown) => {
        if (!(failure instanceof HubFailure)) throw failure
        if (failure.kind === 'unauthorized') await noteRevoked(context, session.token)
        // Gone: the log no longer reaches back that far.
        if (failure.status === 410) return null
        throw failure
      },
    )
    const result = page && (await database.use((db) => applyPage(db, page, session.token)))
    if (result?.kind === 'applied') onMoved(result)
    if (!result || result.kind === 'hole' || (result.kind === 'applied' && result.needsSnapshot)) {
      await takeSnapshot(context)
      return 'caught-up'
    }
    if (result.kind === 'applied' && result.cursor === cursor) return 'caught-up'
  }
}
