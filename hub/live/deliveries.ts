// Which listeners are where, and reading each team's news once for all of them, one read at a time.
import { liveClose } from '../../lib/schema/feed.ts'
import { audiencesOf } from '../call.ts'
import { feedBounds, readEvents } from '../feed.ts'
import type { Hub } from '../hub.ts'
import { broadcast, type Listener } from './room.ts'

interface Room {
  listeners: Set<Listener>
  /** The read under way, and whether something happened since it began. */
  reading: Promise<void> | null
  stale: boolean
}

const batch = 200

export function createDeliveries(hub: Hub) {
  const rooms = new Map<string, Room>()

  const read = async (teamId: string, room: Room) => {
    do {
      room.stale = false
      const slowest = Math.min(...[...room.listeners].map(({ cursor }) => cursor))
      const { seq } = await feedBounds(hub.db, teamId)
      for (let after = slowest; after < seq && room.listeners.size; ) {
        const { logged, upto } = await readEvents(hub.db, teamId, after, seq, batch)
        // Who entered while this was read may stand before `after`: their turn comes in the next round.
        const ready = [...room.listeners].filter(({ cursor }) => cursor >= after)
        if (ready.length < room.listeners.size) room.stale = true
        broadcast(ready, logged, upto)
        after = upto
      }
    } while (room.stale && room.listeners.size)
  }

  const look = (teamId: string) => {
    const room = rooms.get(teamId)
    if (!room) return
    if (!room.listeners.size && !room.reading) {
      rooms.delete(teamId)
      return
    }
    room.stale = true
    room.reading ??= read(teamId, room).then(
      () => {
        room.reading = null
        if (room.stale) look(teamId)
      },
      (error: Error) => {
        room.reading = null
        hub.log.warn({ kind: error.name }, 'feed not read, trying again')
      },
    )
  }

  /** Roles change and devices are revoked while sockets are open; a lost wake-up must not hide that. */
  const checkDevices = async () => {
    const listeners = [...rooms.values()].flatMap((room) => [...room.listeners])
    if (!listeners.length) return
    const rows = await hub.db
      .selectFrom('devices as d')
      .innerJoin('members as m', (join) => join.onRef('m.team_id', '=', 'd.team_id').onRef('m.id', '=', 'd.member_id'))
      .select(['d.id as deviceId', 'd.revoked_at', 'm.id', 'm.name', 'm.role', 'm.joined_at as joinedAt'])
      .where('d.id', 'in', [...new Set(listeners.map(({ deviceId }) => deviceId))])
      .execute()
    const byDevice = new Map(rows.map((row) => [row.deviceId, row]))
    for (const listener of listeners) {
      const row = byDevice.get(listener.deviceId)
      if (!row || row.revoked_at !== null) listener.socket.close(liveClose.unauthorized, 'signed out')
      else listener.audiences = new Set(audiencesOf(row))
    }
  }

  return {
    look,
    lookEverywhere() {
      for (const teamId of rooms.keys()) look(teamId)
      checkDevices().catch((error: Error) => hub.log.warn({ kind: error.name }, 'devices not checked, trying again'))
    },
    enter(listener: Listener) {
      const room = rooms.get(listener.teamId) ?? { listeners: new Set(), reading: null, stale: false }
      rooms.set(listener.teamId, room.listeners.add(listener) && room)
      look(listener.teamId)
    },
    leave(listener: Listener) {
      rooms.get(listener.teamId)?.listeners.delete(listener)
    },
    dropDevice(deviceId: string) {
      for (const room of rooms.values()) {
        for (const { socket, deviceId: id } of room.listeners) if (id === deviceId) socket.close(liveClose.unauthorized, 'signed out')
      }
    },
    settled: async () => {
      await Promise.all([...rooms.values()].map(({ reading }) => reading))
    },
  }
}
