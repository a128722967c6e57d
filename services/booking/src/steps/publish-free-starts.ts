import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { availabilityChanged } from '@buy-locals/contracts/booking/events'
import type { DataOf } from '@buy-locals/contracts/event'
import { record } from '@buy-locals/service-kit/outbox'
import type { Database } from '../persistence/database.ts'

export const publishFreeStarts = (
  tx: Transaction<Database>,
  now: Temporal.Instant,
  data: DataOf<typeof availabilityChanged>,
): Promise<void> => record(tx, now, availabilityChanged, data.serviceId, data.version, data)
