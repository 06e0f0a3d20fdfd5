import { defineConfig } from 'vitest/config'

const units = ['src/**/*.test.{ts,tsx}', 'test/*.test.{ts,tsx}', 'bin/*.test.ts']
// The archive's own tests ask for engines too, whatever they are called.
const integration = ['src/**/*.integration.test.{ts,tsx}', 'test/**/*.integration.test.{ts,tsx}', 'src/platform/database/**/*.test.ts']
const journeys = ['test/journeys/**/*.e2e.test.{ts,tsx}']

// Where global setup runs there is one environment for all projects; each project's tests have the engine of their own.
process.env['DATELINE_TEST_ENGINE'] = 'both'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: units, exclude: [...integration, ...journeys], env: { DATELINE_TEST_ENGINE: 'pglite' } } },
      { test: { name: 'pglite', include: integration, env: { DATELINE_TEST_ENGINE: 'pglite' }, testTimeout: 30_000, hookTimeout: 60_000 } },
      {
        test: {
          name: 'postgres',
          include: integration,
          env: { DATELINE_TEST_ENGINE: 'postgres' },
          globalSetup: 'test/postgres-setup.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: journeys,
          env: { DATELINE_TEST_ENGINE: 'pglite' },
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
})
