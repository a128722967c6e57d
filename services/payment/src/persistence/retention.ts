import { sql } from 'kysely'
import type { Retention } from '@buy-locals/service-kit/retention'

/** Stripe repeats an event for three days and lists it for thirty. */
const ofStripe = { hours: 24 * 35 }

export const retention: readonly Retention[] = [
  { table: 'stripe_events', by: sql`received_at`, isOver: (now) => sql`received_at < ${now.subtract(ofStripe)}` },
]
