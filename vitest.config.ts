// Three lanes: `unit` needs only Node, `hub` a real PostgreSQL server, `e2e` the built extension in a real Chromium. One server for a lane.
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// What is waited for is waited for patiently: a slow machine is no fault.
const slow = { testTimeout: 120_000, hookTimeout: 240_000, expect: { poll: { timeout: 30_000 } } }
const oneServer = { ...slow, globalSetup: ['test/one-server.ts'] }

export default defineConfig({
  test: {
    // One more than there are cores, as most of these wait for a browser or a database for two fifths of their time; not beyond four, for memory.
    maxWorkers: Math.min(4, availableParallelism() + 1),
    projects: [
      {
        test: {
          name: 'unit',
          testTimeout: 120_000,
          expect: { poll: { timeout: 30_000 } },
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/hub/**', 'test/e2e/**', 'test/real/**'],
        },
      },
      { test: { name: 'hub', include: ['test/hub/**/*.test.ts'], ...oneServer } },
      { test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], ...oneServer } },
      { test: { name: 'real', include: ['test/real/**/*.test.ts'], ...oneServer } },
    ],
  },
})
