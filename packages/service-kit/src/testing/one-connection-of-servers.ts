import { vi } from 'vitest'
import type * as database from '../database.ts'
import { refuseSecondConnection } from './one-connection.ts'

/** The services of a whole server, too, are refused a second connection while a transaction is open, and so is all that is made from their pool, such as their limits. */
vi.mock('@buy-locals/service-kit/database', async (importOriginal) => {
  const original = await importOriginal<typeof database>()
  const connect = <DB>(...args: Parameters<typeof original.connect>) =>
    refuseSecondConnection(original.connect<DB>(...args))
  return { ...original, connect }
})
