import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { newId } from '@buy-locals/values/ids'
import type { Expect } from '../report.ts'
import { connectWithAllRights } from './leases.ts'

/** Longer than a lease that is not renewed. */
const longMs = 40_000
const key = 'it takes long'

/** A job that waits for a row is still that of whoever runs it, however long it takes: nobody begins it again. */
export async function verifyRenewal(dataDir: string, expect: Expect): Promise<void> {
  const db = await connectWithAllRights(dataDir)
  await db.transaction().execute(async (tx) => {
    const { rows: locked } = await sql<{ id: string }>`
      select id from booking.bookings where status in ('cancelled', 'expired') limit 1 for update`.execute(tx)
    const bookingId = locked[0]?.id
    if (!bookingId) return expect(false, 'no booking has ended')
    await sql`insert into booking.jobs (id, kind, key, run_at, payload)
      values (${newId('job')}, 'booking.auto-complete', ${key}, now(), ${JSON.stringify({ bookingId })})`.execute(db)
    await setTimeout(longMs)
    const { rows } = await sql<{ attempts: number; isLeased: boolean }>`
      select attempts, coalesce(leased_until > clock_timestamp(), false) as "isLeased"
        from booking.jobs where key = ${key}`.execute(db)
    const [found] = rows
    expect(found?.attempts === 1, `a job that takes long was begun ${found?.attempts} times`)
    expect(found?.isLeased === true, 'the lease of a job that takes long is over')
  })
  await db.destroy()
}
