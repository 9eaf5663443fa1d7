import { afterAll, beforeAll, expect } from 'vitest'
import { type HubProcess, startHub } from '../../hub/testing/hub-process.ts'
import { freshDatabase } from '../database.ts'
import { commandClaims } from './claims/commands.ts'
import { countingClaims } from './claims/counting.ts'
import { evidenceClaims } from './claims/evidence.ts'
import { feedClaims } from './claims/feed.ts'
import { handoverClaims } from './claims/handovers.ts'
import { heardClaims } from './claims/heard.ts'
import { imageClaims } from './claims/images.ts'
import { joiningAgainClaims } from './claims/joining-again.ts'
import { libraryClaims } from './claims/library.ts'
import { membershipClaims } from './claims/membership.ts'
import { siteHealthClaims } from './claims/site-health.ts'

let hub: HubProcess
let twin: HubProcess
beforeAll(async () => {
  const databaseUrl = await freshDatabase()
  // Both at once: one migrates, the other waits.
  ;[hub, twin] = await Promise.all([startHub({ databaseUrl }), startHub({ databaseUrl })])
})
afterAll(async () => {
  expect(await Promise.all([hub.stop(), twin.stop()])).toEqual([0, 0])
})

const underTest = () => ({ hub, twin })
membershipClaims(underTest)
joiningAgainClaims(underTest)
commandClaims(underTest)
countingClaims(underTest)
feedClaims(underTest)
libraryClaims(underTest)
siteHealthClaims(underTest)
handoverClaims(underTest)
heardClaims(underTest)
imageClaims(underTest)
evidenceClaims(underTest)
