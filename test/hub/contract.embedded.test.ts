// The contract suite on a hub with its own embedded server.
import { afterAll, beforeAll, expect } from 'vitest'
import { type HubProcess, startHub } from '../../hub/testing/hub-process.ts'
import { commandClaims } from './claims/commands.ts'
import { feedClaims } from './claims/feed.ts'
import { imageClaims } from './claims/images.ts'
import { joiningAgainClaims } from './claims/joining-again.ts'
import { libraryClaims } from './claims/library.ts'
import { membershipClaims } from './claims/membership.ts'

let hub: HubProcess
beforeAll(async () => {
  hub = await startHub()
})
afterAll(async () => {
  expect(await hub.stop()).toBe(0)
})

const underTest = () => ({ hub, twin: null })
membershipClaims(underTest)
joiningAgainClaims(underTest)
commandClaims(underTest)
feedClaims(underTest)
libraryClaims(underTest)
imageClaims(underTest)
