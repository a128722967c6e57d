import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { newId } from '@buy-locals/values/ids'
import type { Expect } from '../report.ts'
import { connectWithAllRights } from './leases.ts'

/** Of a lease of 30 s less than 15 s would be left, had nobody renewed it. Shorter than a statement may wait for the row. */
const longMs = 18_000
const key = 'it takes long'

/** A job that waits for a row is still that of whoever runs it: nobody begins it again. */
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
    const { rows } = await sql<{ attempts: number; isRenewed: boolean }>`
      select attempts, coalesce(leased_until > clock_timestamp() + interval '15 seconds', false) as "isRenewed"
        from booking.jobs where key = ${key}`.execute(db)
    const [found] = rows
    expect(found?.attempts === 1, `a job that takes long was begun ${found?.attempts} times`)
    expect(found?.isRenewed === true, 'nobody renews the lease of a job that takes long')
  })
  await db.destroy()
}
