import { schema as booking } from '@buy-locals/booking/persistence/schema'
import { schema as business } from '@buy-locals/business/persistence/schema'
import { serviceNames, type ServiceName } from '@buy-locals/contracts/operation'
import { migrate } from '@buy-locals/service-kit/migrate'
import { refuseUnfitDatabase } from './database-fit.ts'

/** What a schema needs of PostgreSQL beyond itself. */
const extensions: Partial<Record<ServiceName, readonly string[]>> = {
  business: business.extensions,
  booking: booking.extensions,
}

export async function migrateService(adminUrl: string, secret: string, service: ServiceName): Promise<void> {
  const folder = new URL(`../../../services/${service}/migrations/`, import.meta.url)
  await migrate(adminUrl, { service, folder, secret, extensions: extensions[service] ?? [] })
}

/** Of a database that others look after, before anything is created in it or for it. */
export const refuseUnfit = (adminUrl: string): Promise<void> =>
  refuseUnfitDatabase(adminUrl, {
    roles: serviceNames.flatMap((service) => [`bl_${service}`, `bl_${service}_owner`]),
    extensions: [...new Set(Object.values(extensions).flat())],
  })

/** Every schema in its newest form, before anything is served. */
export async function migrateAll(adminUrl: string, secret: string): Promise<void> {
  for (const service of serviceNames) await migrateService(adminUrl, secret, service)
}
