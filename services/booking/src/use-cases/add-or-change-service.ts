import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { serviceChanged } from '@buy-locals/contracts/booking/events'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import { audit } from '@buy-locals/service-kit/audit'
import { record } from '@buy-locals/service-kit/outbox'
import { newId, type Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { Business } from '../domain/catalogue.ts'
import { refuseInvalidService, refuseStale } from '../domain/service-rules.ts'
import type { Database } from '../persistence/database.ts'
import * as groupSessions from '../persistence/group-session-repository.ts'
import * as resources from '../persistence/resource-repository.ts'
import * as services from '../persistence/service-repository.ts'
import * as staff from '../persistence/staff-repository.ts'
import { findBusiness } from '../steps/find-business.ts'
import { refuseOverLimit } from '../steps/refuse-over-limit.ts'
import { scheduleFreeStartsCount } from '../steps/schedule-jobs.ts'

type Tx = Transaction<Database>
type ServiceTerms = Omit<Service, 'id' | 'businessId' | 'active' | 'version'>
type Removable = 'description' | 'depositAmount'
type ServiceChange = { [K in Exclude<keyof ServiceTerms, Removable> | 'active']?: Service[K] | undefined } & {
  [K in Removable]?: Service[K] | null
}

type AddCommand = { businessId: Id<'business'>; actorId: Id<'person'>; terms: ServiceTerms }

/** `keep` stores the response with it. */
export async function addService(
  { db, clock }: Deps,
  { businessId, actorId, terms }: AddCommand,
  keep: (tx: Tx, service: Service) => Promise<void>,
): Promise<Service> {
  const business = await findBusiness(db, businessId)
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const service: Service = { ...terms, id: newId('service'), businessId, active: true, version: 1 }
    await refuseOverLimit(tx, businessId, 'services', now)
    await refuseInvalid(tx, business, service)
    await services.insert(tx, service)
    await keep(tx, service)
    await publish(tx, now, service, actorId)
    return service
  })
}

type ChangeCommand = {
  businessId: Id<'business'>
  serviceId: Id<'service'>
  actorId: Id<'person'>
  readVersion: number
  change: ServiceChange
}

/** What is booked keeps its terms: they are in the booking. */
export async function changeService({ db, clock }: Deps, command: ChangeCommand): Promise<Service> {
  const { businessId, serviceId, actorId, readVersion, change } = command
  const business = await findBusiness(db, businessId)
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const before = await services.lock(tx, businessId, serviceId)
    refuseStale(before, readVersion)
    const changed = Object.fromEntries(
      Object.entries(change).flatMap(([field, value]) => (value === undefined ? [] : [[field, value ?? undefined]])),
    )
    const service: Service = { ...before, ...changed, version: before.version + 1 }
    await refuseInvalid(tx, business, service)
    await services.update(tx, service)
    if (service.capacity !== before.capacity) await groupSessions.resize(tx, serviceId, service.capacity, now)
    await publish(tx, now, service, actorId, before)
    return service
  })
}

async function refuseInvalid(tx: Tx, business: Business, service: Service): Promise<void> {
  const staffIds = new Set(await staff.idsOfBusiness(tx, business.id))
  const resourceIds = new Set(await resources.idsOfBusiness(tx, business.id))
  refuseInvalidService(service, { staffIds, resourceIds, currency: business.currency })
}

async function publish(
  tx: Tx,
  now: Temporal.Instant,
  service: Service,
  actor: Id<'person'>,
  before?: Service,
): Promise<void> {
  await record(tx, now, serviceChanged, service.id, service.version, service)
  await audit(tx, now, {
    actor,
    action: serviceChanged.type,
    subject: service.id,
    ...(before && { before }),
    after: service,
  })
  await scheduleFreeStartsCount(tx, service.businessId, now)
}
