import type { Transaction } from 'kysely'
import { Problem } from '@buy-locals/contracts/problem'
import { toJobRow } from '@buy-locals/service-kit/jobs'
import type { Id } from '@buy-locals/values/ids'
import type { Booking } from '../domain/booking.ts'
import { endComplaintsJob } from '../jobs.ts'
import type { Database } from '../persistence/database.ts'
import * as markets from '../persistence/markets.ts'

/** How long a complaint can be filed in this market, in hours. */
export async function requireComplaintHours(tx: Transaction<Database>, marketId: Id<'market'>): Promise<number> {
  const hours = await markets.complaintHours(tx, marketId)
  if (hours === undefined) throw new Problem('not-yet', 'The market is still on its way', { retryAfter: 1 })
  return hours
}

export const toComplaintsEnd = ({ id: bookingId, complaintsEndAt, isFinal }: Booking): ReturnType<typeof toJobRow>[] =>
  complaintsEndAt && !isFinal ? [toJobRow(endComplaintsJob, bookingId, complaintsEndAt, { bookingId })] : []
