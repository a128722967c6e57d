import type { BusinessRole } from '@buy-locals/contracts/auth/shapes'
import { linkRequested } from '@buy-locals/contracts/auth/events'
import { record } from '@buy-locals/service-kit/outbox'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { refuseLastOwner } from '../domain/membership.ts'
import * as invitations from '../persistence/invitations.ts'
import * as members from '../persistence/member-repository.ts'
import * as people from '../persistence/person-repository.ts'
import { changeRole } from '../steps/change-role.ts'
import { createPerson } from '../steps/save-person.ts'

type Command = { by: Id<'person'>; businessId: Id<'business'>; email: string; role: 'manager' | 'staff' }
type Added = {
  personId?: Id<'person'>
  name?: string
  email: string
  role: BusinessRole
  status: 'active' | 'invited'
}

/** Only a verified address makes a member at once: otherwise whoever registers with another's address would get in. */
export async function addMember(deps: Deps, { by, businessId, email, role }: Command): Promise<Added> {
  const { db, clock, throttle, limits } = deps
  await throttle.consume('invite', by, limits.invitations)
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const invited = { kind: 'invited', email, emailVerified: false, name: email, locale: 'en' } as const
    const found =
      (await people.findByEmail(tx, email)) ??
      (await createPerson(tx, now, invited)) ??
      (await people.findByEmail(tx, email))
    if (!found) throw new Error('The address is taken, and by nobody')
    const { id, name, kind, emailVerified } = await people.lock(tx, found.id)
    const owners = await members.lockOwners(tx, businessId)
    if (owners.includes(id)) refuseLastOwner('owner', owners.length)
    if (kind === 'account' && emailVerified) {
      await invitations.remove(tx, id, businessId)
      await changeRole(tx, now, by, { personId: id, scope: businessId, role })
      return { personId: id, name, email, role, status: 'active' as const }
    }
    await invitations.upsert(tx, now, { personId: id, businessId, role })
    const link = { kind: 'invitation' as const, personId: id, businessId, version: now.epochMilliseconds }
    await record(tx, now, linkRequested, id, link.version, link)
    return { email, role, status: 'invited' as const }
  })
}
