import { sql, type Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './database.ts'

type Refused = { addressHash: string; at: Temporal.Instant }

/** Returns on how many days it was refused lately, this one included: those that are long over are deleted. */
export async function insert(db: Kysely<Database>, { addressHash, at }: Refused): Promise<number> {
  const day = at.toZonedDateTimeISO('UTC').toPlainDate().toString()
  await db
    .insertInto('refused_addresses')
    .values({ address_hash: addressHash, refused_on: day })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const days = db.selectFrom('refused_addresses').select(sql<number>`count(*)::int`.as('count'))
  return (await days.where('address_hash', '=', addressHash).executeTakeFirstOrThrow()).count
}
