import { sql } from 'kysely'
import type { Running } from '@buy-locals/server/start'
import { databaseOf } from '../database-checks.ts'

/** One version of a booking, as it was audited. Of a payment that could not be used only the status is. */
export type Change = { action: string; status: string; start?: string; refundShare?: number }

/** Every change of every booking, in order. */
export async function readBookingHistory(running: Running): Promise<Map<string, Change[]>> {
  const { rows } = await sql<{ subject: string; action: string; after: Omit<Change, 'action'> }>`
    select subject, action, after from audit where action like 'booking.%' order by id`.execute(
    databaseOf(running, 'booking'),
  )
  const changes = rows.map(({ subject, action, after: { status, start, refundShare } }) => ({
    subject,
    change: { action, status, ...(start && { start }), ...(refundShare !== undefined && { refundShare }) },
  }))
  return new Map(
    [...Map.groupBy(changes, ({ subject }) => subject)].map(([id, own]) => [id, own.map(({ change }) => change)]),
  )
}
