// How long the hub as a whole is left alone after it could not be reached. All functions need `meta` in the transaction.
import { z } from '../schema/z.ts'
import { checked } from './checked.ts'
import type { AnyTx, Tx } from './schema.ts'

const Pause = z.object({ attempts: z.int(), until: z.number() })
export type Pause = z.infer<typeof Pause>

export async function readPause(tx: AnyTx): Promise<Pause> {
  return checked(Pause, await tx.objectStore('meta').get('pause')) ?? { attempts: 0, until: 0 }
}

export async function storePause(tx: Tx, pause: Pause): Promise<void> {
  await tx.objectStore('meta').put(pause, 'pause')
}

export async function clearPause(tx: Tx): Promise<void> {
  await tx.objectStore('meta').delete('pause')
}
