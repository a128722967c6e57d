import type { Transaction } from 'kysely'
import type { Envelope } from '@buy-locals/contracts/event'
import type { Database } from './database.ts'

/** Whether this version of it has not been told of. The same fact said again is another event. */
export async function isNews(
  tx: Transaction<Database>,
  { subject, sequence }: Pick<Envelope, 'subject' | 'sequence'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('told')
    .values({ subject, version: sequence })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
