import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Clock } from './clock.ts'
import { job, jobType, type JobKind } from './jobs.ts'
import type { KitTables } from './kit-tables.ts'
import { applyRetention, type Retention } from './retention.ts'

/** Planted by the kit's migration; runs every hour. */
const hourly = jobType('kit.cleanup', z.object({}), { lane: 'upkeep', isNeverParked: true })

export const cleanup = <DB extends KitTables>(db: Kysely<DB>, clock: Clock, retention: readonly Retention[]): JobKind =>
  job(hourly, async () => {
    for (const rule of retention) await applyRetention(db, clock(), rule)
    return clock().add({ hours: 1 })
  })
