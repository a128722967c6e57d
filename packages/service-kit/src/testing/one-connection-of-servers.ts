import { vi } from 'vitest'
import type * as host from '../host.ts'
import type { KitTables } from '../kit-tables.ts'
import { refuseSecondConnection } from './one-connection.ts'

/** The services of a whole server, too, are refused a second connection while a transaction is open. */
vi.mock('@buy-locals/service-kit/host', async (importOriginal) => {
  const original = await importOriginal<typeof host>()
  const hostedDeps = <DB extends KitTables>(...args: Parameters<typeof original.hostedDeps>) => {
    const deps = original.hostedDeps<DB>(...args)
    return { ...deps, db: refuseSecondConnection(deps.db) }
  }
  return { ...original, hostedDeps }
})
