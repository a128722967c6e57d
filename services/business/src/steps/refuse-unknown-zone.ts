import type { Kysely } from 'kysely'
import { invalid } from '@buy-locals/contracts/problem'
import * as businesses from '../persistence/business-repository.ts'
import type { Database } from '../persistence/database.ts'

/** The contract has asked Node; what is open is found by PostgreSQL, whose zones may be older. */
export async function refuseUnknownZone(db: Kysely<Database>, timeZone: string): Promise<void> {
  if (await businesses.knowsZone(db, timeZone)) return
  throw invalid({ pointer: '/body/timeZone', detail: 'not a time zone that is known here', code: 'unlisted-zone' })
}
