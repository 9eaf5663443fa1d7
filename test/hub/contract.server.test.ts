// The same suite through DATABASE_URL: two hubs on one PostgreSQL server that neither of them started.
import { rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect } from 'vitest'
import { type EmbeddedServer, startEmbedded } from '../../hub/embedded/server.ts'
import { type HubProcess, makeDataDir, startHub } from '../../hub/testing/hub-process.ts'
import { commandClaims } from './claims/commands.ts'
import { feedClaims } from './claims/feed.ts'
import { imageClaims } from './claims/images.ts'
import { joiningAgainClaims } from './claims/joining-again.ts'
import { libraryClaims } from './claims/library.ts'
import { membershipClaims } from './claims/membership.ts'

let server: EmbeddedServer
let hub: HubProcess
let twin: HubProcess
beforeAll(async () => {
  server = await startEmbedded(await makeDataDir(), wait)
  // Both at once: one migrates, the other waits.
  ;[hub, twin] = await Promise.all([startHub({ databaseUrl: server.databaseUrl }), startHub({ databaseUrl: server.databaseUrl })])
})
afterAll(async () => {
  expect(await Promise.all([hub.stop(), twin.stop()])).toEqual([0, 0])
  await server.stop()
  await rm(server.folder.root, { recursive: true, force: true })
})

const underTest = () => ({ hub, twin })
membershipClaims(underTest)
joiningAgainClaims(underTest)
commandClaims(underTest)
feedClaims(underTest)
libraryClaims(underTest)
imageClaims(underTest)
