// A lead's side of it: who has read a playbook, flags and what becomes of them, notes to members. Waits for the hub, as ruling does.
import { listNotes, putNote } from '../../../lib/db/coaching.ts'
import { listReceivedFlags, putFlag } from '../../../lib/db/received-flags.ts'
import { maskText } from '../../../lib/domain/mask.ts'
import { limits } from '../../../lib/schema/ids.ts'
import { askHub } from '../hub.ts'
import type { Handlers } from '../router.ts'
import type { Worker } from '../worker.ts'

type Names = 'playbook.readings' | 'flag.list' | 'flag.answer' | 'note.list' | 'note.write'

export function heardHandlers(worker: Worker): Pick<Handlers, Names> {
  const { database, newId, announce } = worker
  return {
    'playbook.readings': async ({ id }) => (await askHub(worker, 'readings', { params: { id }, request: {} })).readings,
    'flag.list': () => database.use(listReceivedFlags),
    async 'flag.answer'({ id, commandId, text, ...said }) {
      const request = { ...said, text: maskText(text.trim(), limits.reason).text }
      const flag = await askHub(worker, 'answerFlag', { params: { id }, request, key: commandId ?? newId() })
      await database.use((db) => putFlag(db, flag))
      announce(['news'])
      return flag
    },
    'note.list': () => database.use(listNotes),
    async 'note.write'({ commandId, text, ...said }) {
      const request = { ...said, text: maskText(text.trim(), limits.note).text }
      const note = await askHub(worker, 'coach', { params: {}, request, key: commandId ?? newId() })
      await database.use((db) => putNote(db, note))
      announce(['news'])
      return note
    },
  }
}
