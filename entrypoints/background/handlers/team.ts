// Members, their devices, invites: asked of the hub each time, since a list of tokens must not be stale.
import { askHub } from '../hub.ts'
import type { Handlers } from '../router.ts'
import type { Worker } from '../worker.ts'

export function teamHandlers(worker: Worker): Pick<Handlers, 'team.get' | 'team.invite' | 'device.revoke'> {
  const team = () => askHub(worker, 'members', { params: {}, request: {} })
  return {
    'team.get': team,
    'team.invite': ({ commandId, ...request }) => askHub(worker, 'invite', { params: {}, request, key: commandId ?? worker.newId() }),
    async 'device.revoke'({ id }) {
      await askHub(worker, 'revoke', { params: { id }, request: {}, key: worker.newId() })
      worker.announce(['team'])
      return team()
    },
  }
}
