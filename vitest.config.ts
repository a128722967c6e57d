import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const shared = {
  environment: 'node',
  pool: 'forks',
  testTimeout: 20_000,
  hookTimeout: 60_000,
  retry: 0,
  setupFiles: ['packages/service-kit/src/testing/loopback-only.ts'],
} as const

const withDatabase = [
  'packages/{service-kit,embedded-postgres,booking-access}',
  'services/*',
  'apps/server',
  'tools/torture',
  'tools/table-types',
]
const withoutDatabase = [
  'packages/{values,scheduling,contracts,api-client}',
  'apps/stripe-simulator',
  'tools/!(torture|table-types)',
]
const tests = (folders: string[]) => folders.map((folder) => `${folder}/{src,test}/**/*.test.ts`)

const withScreens = ['packages/ui', 'packages/features', 'apps/web', 'apps/dashboard']

export default defineConfig({
  test: {
    maxWorkers: 3, // two cores: while one file waits for its database, another runs
    projects: [
      { test: { ...shared, name: 'plain', include: tests(withoutDatabase) } },
      {
        test: {
          ...shared,
          name: 'database',
          include: tests(withDatabase),
          globalSetup: ['packages/embedded-postgres/src/testing/cluster.ts'],
        },
      },
      ...withScreens.map((folder) => `./${folder}/vitest.config.ts`).filter((file) => existsSync(file)),
    ],
  },
})
