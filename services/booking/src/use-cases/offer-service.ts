import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { serviceChanged } from '@buy-locals/contracts/booking/events'
import { audit } from '@buy-locals/service-kit/audit'
import { record } from '@buy-locals/service-kit/outbox'
import { newId, type Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { Business, Service } from '../domain/catalogue.ts'
import { refuseUnfit, refuseStale } from '../domain/service-change.ts'
import { freeStartsChanged } from '../jobs.ts'
import { knownBusiness } from '../known-business.ts'
import type { Database } from '../persistence/database.ts'
import * as occurrences from '../persistence/occurrence-repository.ts'
import * as resources from '../persistence/resource-repository.ts'
import * as services from '../persistence/service-repository.ts'
import * as staff from '../persistence/staff-repository.ts'

type Tx = Transaction<Database>
export type Terms = Omit<Service, 'id' | 'businessId' | 'active' | 'version'>
export type Change = { [K in keyof Terms | 'active']?: (Terms & { active: boolean })[K] | undefined }

export async function addService(
  { db, clock }: Deps,
  { businessId, actorId, terms }: { businessId: Id<'business'>; actorId: Id<'person'>; terms: Terms },
): Promise<Service> {
  const business = await knownBusiness(db, businessId)
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const service: Service = { ...terms, id: newId('service'), businessId, active: true, version: 1 }
    await check(tx, business, service)
    await services.insert(tx, service)
    await tell(tx, now, service, actorId)
    return service
  })
}

type ChangeCommand = {
  businessId: Id<'business'>
  serviceId: Id<'service'>
  actorId: Id<'person'>
  read: number
  change: Change
}

/** What is booked keeps its terms: they are in the booking. */
export async function changeService({ db, clock }: Deps, command: ChangeCommand): Promise<Service> {
  const { businessId, serviceId, actorId, read, change } = command
  const business = await knownBusiness(db, businessId)
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const before = await services.lock(tx, businessId, serviceId)
    refuseStale(before, read)
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    const service: Service = { ...before, ...given, version: before.version + 1 }
    await check(tx, business, service)
    await services.update(tx, service)
    if (service.capacity !== before.capacity) await occurrences.resize(tx, serviceId, service.capacity, now)
    await tell(tx, now, service, actorId, before)
    return service
  })
}

async function check(tx: Tx, business: Business, service: Service): Promise<void> {
  const staffIds = new Set((await staff.ofBusiness(tx, business.id)).map(({ id }) => id))
  const resourceIds = new Set((await resources.ofBusiness(tx, business.id)).map(({ id }) => id))
  refuseUnfit(service, { staffIds, resourceIds, currency: business.currency })
}

async function tell(tx: Tx, now: Temporal.Instant, service: Service, actor: string, before?: Service): Promise<void> {
  await record(tx, now, serviceChanged, service.id, service.version, service)
  await audit(tx, now, {
    actor,
    action: serviceChanged.type,
    subject: service.id,
    ...(before && { before }),
    after: service,
  })
  await freeStartsChanged(tx, service.businessId, now)
}
