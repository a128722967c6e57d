import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const maxWorkers = 3 // two cores: while one file waits for its database, another runs

const shared = {
  environment: 'node',
  pool: 'forks',
  maxWorkers,
  isolate: false, // a worker loads what many files need once
  testTimeout: 90_000, // ends what hangs; how fast a machine is decides nothing
  hookTimeout: 180_000,
  expect: { poll: { timeout: 60_000 } },
  setupFiles: ['packages/service-kit/src/testing/loopback-only.ts'],
} as const
const onCluster = { globalSetup: ['packages/embedded-postgres/src/testing/cluster.ts'] }

const ofServers = {
  testTimeout: 300_000, // whole servers with their processes and clocks
  setupFiles: [
    ...shared.setupFiles,
    'packages/service-kit/src/testing/one-connection-of-servers.ts',
    'services/payment/test/end-simulator.ts',
  ],
}

const withDatabase = ['packages/{service-kit,booking-access}', 'services/!(payment)']
/** Several keep a server of their own for a whole file. */
const withServers = ['packages/embedded-postgres', 'services/payment', 'apps/server', 'tools/{torture,table-types}']
const withoutDatabase = [
  'packages/{values,scheduling,contracts,api-client,media}',
  'apps/stripe-simulator',
  'tools/!(torture|table-types)',
]
const tests = (folders: string[]) => folders.map((folder) => `${folder}/{src,test}/**/*.test.ts`)

const withScreens = ['packages/client', 'packages/ui', 'packages/features', 'apps/web', 'apps/dashboard']

/** Whole servers take longest, and they and databases leave a core idle: what uses both cores alone shall be what comes last. */
const waiting = ['servers', 'database']
class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ project: { name } }: TestSpecification) =>
      waiting.includes(name) ? waiting.indexOf(name) : waiting.length
    return (await super.sort(files)).toSorted((a, b) => rankOf(a) - rankOf(b))
  }
}

export default defineConfig({
  test: {
    maxWorkers,
    sequence: { sequencer: WaitingFirst },
    projects: [
      { test: { ...shared, name: 'plain', include: tests(withoutDatabase) } },
      { test: { ...shared, ...onCluster, name: 'database', include: tests(withDatabase) } },
      { test: { ...shared, ...onCluster, ...ofServers, name: 'servers', include: tests(withServers) } },
      ...withScreens.map((folder) => `./${folder}/vitest.config.ts`).filter((file) => existsSync(file)),
    ],
  },
})
