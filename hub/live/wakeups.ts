// Hears what other hubs (and this one) committed: LISTEN for speed, reconnecting by itself. Losing it costs only speed.
import pg from 'pg'
import { channel, readWakeup, type Wakeup } from '../channel.ts'

export interface Wakeups {
  close(): Promise<void>
}

/** `onWakeup(null)`: something may have been missed, look everywhere. */
export function listen(databaseUrl: string, onWakeup: (wakeup: Wakeup | null) => void, onLost: (error: Error) => void): Wakeups {
  let client: pg.Client | null = null
  let closed = false
  let again: NodeJS.Timeout | null = null

  const connect = async () => {
    const fresh = new pg.Client({ connectionString: databaseUrl, keepAlive: true, application_name: 'handrail-listen', connectionTimeoutMillis: 5_000 })
    client = fresh
    let lost = false
    const retry = (error: Error) => {
      if (lost || closed) return
      lost = true
      onLost(error)
      fresh.end().catch(() => undefined)
      again = setTimeout(connect, 500)
    }
    fresh.on('error', retry)
    fresh.on('end', () => retry(new Error('the listening connection ended')))
    fresh.on('notification', ({ payload }) => {
      const wakeup = readWakeup(payload ?? '')
      if (wakeup) onWakeup(wakeup)
    })
    try {
      await fresh.connect()
      await fresh.query(`listen ${channel}`)
      onWakeup(null)
    } catch (error) {
      retry(error as Error)
    }
  }
  void connect()
  return {
    async close() {
      closed = true
      if (again) clearTimeout(again)
      await client?.end().catch(() => undefined)
    },
  }
}
