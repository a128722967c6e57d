import type { Transaction } from 'kysely'
import { personErased } from '@buy-locals/contracts/auth/events'
import { Problem } from '@buy-locals/contracts/problem'
import { audit } from '@buy-locals/service-kit/audit'
import { markErased } from '@buy-locals/service-kit/erasure'
import { record } from '@buy-locals/service-kit/outbox'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { refuseLastAdmin, refuseOnlyOwner } from '../domain/membership.ts'
import * as businesses from '../persistence/businesses.ts'
import type { Database } from '../persistence/database.ts'
import * as members from '../persistence/member-repository.ts'
import * as people from '../persistence/person-repository.ts'
import { changeRole } from '../steps/change-role.ts'
import { confirmPassword, refuseReplaced } from '../steps/confirm-password.ts'
import { erasePerson } from '../steps/erase-person.ts'

type Command = { personId: Id<'person'>; password: string; keepReviews: boolean }

/** The password is asked for again: whoever finds an open screen erases nobody. All sessions and roles end here; every service erases what it has when it handles the event. */
export async function eraseMe(deps: Deps, { personId, password, keepReviews }: Command): Promise<void> {
  const { db, clock } = deps
  const confirmed = await confirmPassword(deps, personId, password)
  const now = clock()
  await db.transaction().execute(async (tx) => {
    await refuseReplaced(tx, personId, confirmed)
    const { version } = await people.lock(tx, personId)
    await refuseIndispensable(tx, personId)
    for (const { scope } of await members.listOfPerson(tx, personId))
      await changeRole(tx, now, personId, { personId, scope, role: null })
    const erased = { personId, keepReviews, version: version + 1 }
    await markErased(tx, now, erased)
    await record(tx, now, personErased, personId, erased.version, erased)
    await audit(tx, now, { actor: personId, action: 'person.erased', subject: personId })
  })
  await erasePerson(deps, { personId }).catch(leaveToJob)
}

/** The person is gone by then, and the job that goes on while a user pool does not respond does the same. */
function leaveToJob(error: unknown): void {
  if (!(error instanceof Problem)) throw error
}

/** Somebody has to answer for a business that is on the site, and for the platform. */
async function refuseIndispensable(tx: Transaction<Database>, personId: Id<'person'>): Promise<void> {
  const onlyOwned = []
  for (const { scope, role } of await members.listOfPerson(tx, personId)) {
    if (role === 'admin') refuseLastAdmin(await members.lockAdmins(tx))
    if (role !== 'owner') continue
    const businessId = scope as Id<'business'>
    const owners = await members.lockOwners(tx, businessId)
    const business = await businesses.find(tx, businessId)
    if (owners.length <= 1) onlyOwned.push({ businessId, name: business?.name ?? businessId, status: business?.status })
  }
  refuseOnlyOwner(onlyOwned)
}
