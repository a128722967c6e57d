import type { Transaction } from 'kysely'
import { staffChanged } from '@buy-locals/contracts/booking/events'
import type { Staff } from '@buy-locals/contracts/booking/shapes'
import { record } from '@buy-locals/service-kit/outbox'
import { newId, type Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { refuseStale } from '../domain/service-rules.ts'
import type { Database } from '../persistence/database.ts'
import * as staff from '../persistence/staff-repository.ts'
import { findBusiness } from '../steps/find-business.ts'
import { refuseOverLimit } from '../steps/refuse-over-limit.ts'
import { scheduleFreeStartsCount } from '../steps/schedule-jobs.ts'

type StaffTerms = Omit<Staff, 'id' | 'businessId' | 'active' | 'version'>

type AddCommand = { businessId: Id<'business'>; terms: StaffTerms }

/** `keep` stores the response with it. */
export async function addStaff(
  { db, clock }: Deps,
  { businessId, terms }: AddCommand,
  keep: (tx: Transaction<Database>, person: Staff) => Promise<void>,
): Promise<Staff> {
  await findBusiness(db, businessId)
  return db.transaction().execute(async (tx) => {
    await refuseOverLimit(tx, businessId, 'staff', clock())
    const person: Staff = { ...terms, id: newId('staff'), businessId, active: true, version: 1 }
    await staff.insert(tx, person)
    await keep(tx, person)
    await record(tx, clock(), staffChanged, person.id, person.version, person)
    await scheduleFreeStartsCount(tx, businessId, clock())
    return person
  })
}

/** Null removes what is there: without hours of their own, they work those of the business. */
type StaffChange = {
  name?: string | undefined
  title?: string | null | undefined
  hours?: Staff['hours'] | null
  personId?: Id<'person'> | null | undefined
  active?: boolean | undefined
}
type ChangeCommand = { businessId: Id<'business'>; staffId: Id<'staff'>; readVersion: number; change: StaffChange }

export async function changeStaff(
  { db, clock }: Deps,
  { businessId, staffId, readVersion, change }: ChangeCommand,
): Promise<Staff> {
  return db.transaction().execute(async (tx) => {
    const before = await staff.lock(tx, businessId, staffId)
    refuseStale(before, readVersion)
    const person: Staff = {
      ...before,
      name: change.name ?? before.name,
      title: replace(before.title, change.title),
      hours: replace(before.hours, change.hours),
      personId: replace(before.personId, change.personId),
      active: change.active ?? before.active,
      version: before.version + 1,
    }
    await staff.update(tx, person)
    await record(tx, clock(), staffChanged, person.id, person.version, person)
    await scheduleFreeStartsCount(tx, businessId, clock())
    return person
  })
}

const replace = <T>(before: T | undefined, change: T | null | undefined): T | undefined =>
  change === null ? undefined : (change ?? before)
