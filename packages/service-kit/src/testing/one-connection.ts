import { AsyncLocalStorage } from 'node:async_hooks'
import type { Kysely, TransactionBuilder } from 'kysely'

const inTransaction = new AsyncLocalStorage<true>()

/**
 * Fails whoever asks for another connection while a transaction holds one: as many of those at once as the pool has
 * connections wait for each other until the pool gives up.
 */
export const refuseSecondConnection = <DB>(db: Kysely<DB>): Kysely<DB> =>
  new Proxy(db, {
    get: (target, name) => {
      if (inTransaction.getStore()) throw new Error(`A transaction is open: use it for ${String(name)}`)
      if (name === 'transaction') return () => markTransaction(target.transaction())
      return bound(target, name)
    },
  })

const markTransaction = <DB>(builder: TransactionBuilder<DB>): TransactionBuilder<DB> =>
  new Proxy(builder, {
    get: (target, name) => {
      if (name !== 'execute') return bound(target, name)
      const execute: typeof target.execute = (work) => target.execute((tx) => inTransaction.run(true, () => work(tx)))
      return execute
    },
  })

function bound<T extends object>(target: T, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name, target)
  return typeof value === 'function' ? (value.bind(target) as unknown) : value
}
