import { sql, type Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Clock } from './clock.ts'
import { deleteEndedSessions } from './ended-sessions.ts'
import { job, jobType, type JobKind } from './jobs.ts'
import type { Db, KitTables } from './kit-tables.ts'

/** Planted by the kit's migration; runs every hour. Queues keep a message for four days at most, so seven are enough for the inbox. */
const hourly = jobType('kit.cleanup', z.object({}))

export const cleanup = <DB extends KitTables>(database: Kysely<DB>, clock: Clock): JobKind =>
  job(hourly, async () => {
    const db = database as unknown as Db
    const now = clock()
    await db
      .deleteFrom('inbox')
      .where('received_at', '<', sql<Temporal.Instant>`now() - interval '7 days'`)
      .execute()
    await db
      .deleteFrom('idempotency_keys')
      .where('created_at', '<', now.subtract({ hours: 24 }))
      .execute()
    await deleteEndedSessions(db, now)
    await db.deleteFrom('throttles').where('ends_at', '<', now).execute()
    return now.add({ hours: 1 })
  })
