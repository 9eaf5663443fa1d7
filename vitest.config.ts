// Three lanes: `unit` needs only Node, `hub` a real PostgreSQL server, `e2e` the built extension in a real Chromium.
import { defineConfig } from 'vitest/config'

const slow = { testTimeout: 120_000, hookTimeout: 240_000, fileParallelism: false }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          testTimeout: 120_000,
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/hub/**', 'test/e2e/**', 'test/real/**'],
        },
      },
      { test: { name: 'hub', include: ['test/hub/**/*.test.ts'], ...slow } },
      { test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], ...slow } },
      { test: { name: 'real', include: ['test/real/**/*.test.ts'], ...slow } },
    ],
  },
})
