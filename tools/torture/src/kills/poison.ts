import { sql } from 'kysely'
import type { Running } from '@buy-locals/server/start'
import { newId } from '@buy-locals/values/ids'
import type { Expect } from '../report.ts'
import { connectWithAllRights } from './leases.ts'

const subject = 'poisoned'

/** An event and a job that nobody can handle, tried so often before that the next failure is their last. */
export async function poison(dataDir: string): Promise<void> {
  const db = await connectWithAllRights(dataDir)
  await sql`insert into booking.outbox (id, type, subject, sequence, at, data, attempts)
    values (${newId('event')}, 'booking.confirmed.v1', ${subject}, 1, now(), '{}', 149)`.execute(db)
  await sql`insert into booking.jobs (id, kind, key, run_at, payload, attempts)
    values (${newId('job')}, 'booking.auto-complete', ${subject}, now(), '{}', 35)`.execute(db)
  await db.destroy()
}

/** They are put aside, and nothing else is. */
export async function verifyPoison({ composed }: Running, expect: Expect): Promise<number> {
  const parked: string[] = []
  for (const [service, db] of composed.databases) {
    const { rows } = await sql<{ kind: string; subject: string }>`select kind, subject from dead_letters`.execute(db)
    for (const row of rows) {
      expect(row.subject === subject, `${service} parked ${row.kind} of ${row.subject}`)
      parked.push(row.kind)
    }
  }
  expect(parked.includes('booking.auto-complete'), 'the poisoned job is not parked')
  for (const service of ['payment', 'review', 'notification'])
    expect(
      parked.some((kind) => kind.startsWith(`${service}.`)),
      `the poisoned event is not parked for ${service}`,
    )
  return parked.length
}
