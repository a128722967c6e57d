import { schema as booking } from '@buy-locals/booking/persistence/schema'
import { schema as business } from '@buy-locals/business/persistence/schema'
import { migrate } from '@buy-locals/service-kit/migrate'
import type { ServiceName } from '@buy-locals/contracts/operation'

export const serviceNames = [
  'auth',
  'business',
  'booking',
  'payment',
  'review',
  'notification',
] as const satisfies ServiceName[]

/** What a schema needs of PostgreSQL beyond itself. */
const extensions: Partial<Record<ServiceName, readonly string[]>> = {
  business: business.extensions,
  booking: booking.extensions,
}

/** Every schema in its newest form, before anything is served. */
export async function migrateAll(adminUrl: string, secret: string): Promise<void> {
  for (const service of serviceNames) {
    const folder = new URL(`../../../services/${service}/migrations/`, import.meta.url)
    await migrate(adminUrl, { service, folder, secret, extensions: extensions[service] ?? [] })
  }
}
