import { newId, type Id } from '@buy-locals/values/ids'
import type { Hours } from '@buy-locals/scheduling'
import type { Deps } from '../deps.ts'
import { refuseStale } from '../domain/service-change.ts'
import { freeStartsChanged } from '../jobs.ts'
import { knownBusiness } from '../known-business.ts'
import * as resources from '../persistence/resource-repository.ts'
import * as staff from '../persistence/staff-repository.ts'

type Terms = Omit<staff.Staff, 'id' | 'businessId' | 'active' | 'version'>
type Change = {
  name?: string | undefined
  title?: string | null | undefined
  /** Null: the hours of the business again. */
  hours?: Hours | null | undefined
  personId?: Id<'person'> | null | undefined
  active?: boolean | undefined
}

export async function addStaff(
  { db, clock }: Deps,
  { businessId, terms }: { businessId: Id<'business'>; terms: Terms },
): Promise<staff.Staff> {
  await knownBusiness(db, businessId)
  return db.transaction().execute(async (tx) => {
    const person: staff.Staff = { ...terms, id: newId('staff'), businessId, active: true, version: 1 }
    await staff.insert(tx, person)
    await freeStartsChanged(tx, businessId, clock())
    return person
  })
}

type ChangeCommand = { businessId: Id<'business'>; staffId: Id<'staff'>; read: number; change: Change }

export async function changeStaff(
  { db, clock }: Deps,
  { businessId, staffId, read, change }: ChangeCommand,
): Promise<staff.Staff> {
  return db.transaction().execute(async (tx) => {
    const before = await staff.lock(tx, businessId, staffId)
    refuseStale(before, read)
    const person: staff.Staff = {
      ...before,
      name: change.name ?? before.name,
      title: changed(change.title, before.title),
      hours: changed(change.hours, before.hours),
      personId: changed(change.personId, before.personId),
      active: change.active ?? before.active,
      version: before.version + 1,
    }
    await staff.update(tx, person)
    await freeStartsChanged(tx, businessId, clock())
    return person
  })
}

const changed = <T>(to: T | null | undefined, from: T | undefined): T | undefined =>
  to === null ? undefined : (to ?? from)

export async function addResource(
  { db }: Deps,
  { businessId, name, pool }: { businessId: Id<'business'>; name: string; pool?: string | undefined },
): Promise<resources.Resource> {
  await knownBusiness(db, businessId)
  const resource: resources.Resource = { id: newId('resource'), businessId, name, pool, active: true, version: 1 }
  await db.transaction().execute((tx) => resources.insert(tx, resource))
  return resource
}
