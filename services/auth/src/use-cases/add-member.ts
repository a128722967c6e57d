import { maxMembers } from '@buy-locals/contracts/auth/limits'
import { Problem } from '@buy-locals/contracts/problem'
import { linkRequested } from '@buy-locals/contracts/auth/events'
import type { Output } from '@buy-locals/contracts/operation'
import type { addMember as operation } from '@buy-locals/contracts/auth/operations'
import { record } from '@buy-locals/service-kit/outbox'
import { hashSecret, newSecret } from '@buy-locals/service-kit/secret'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { refuseLastOwner } from '../domain/membership.ts'
import * as invitations from '../persistence/invitations.ts'
import * as members from '../persistence/member-repository.ts'
import * as people from '../persistence/person-repository.ts'
import { changeRole } from '../steps/change-role.ts'
import { createPerson } from '../steps/save-person.ts'

type Command = {
  by: Id<'person'>
  businessId: Id<'business'>
  email: string
  role: 'manager' | 'staff'
  staffId?: Id<'staff'> | undefined
}

/** A member's role changes at once. Anybody else is invited, and the answer is the same whether or not there is an account. */
export async function addMember(
  { db, clock, throttle, limits }: Deps,
  { by, businessId, email, role, staffId }: Command,
): Promise<Output<typeof operation>> {
  await throttle.consume('invite', by, limits.invitations)
  await throttle.consume('invite-day', by, limits.invitationsInADay)
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const invited = { kind: 'invited', email, emailVerified: false, name: email, locale: 'en' } as const
    const found =
      (await people.findByEmail(tx, email)) ??
      (await createPerson(tx, now, invited)) ??
      (await people.findByEmail(tx, email))
    if (!found) throw new Error('The address is taken, and by nobody')
    const { id: personId, name } = await people.lock(tx, found.id)
    const owners = await members.lockOwners(tx, businessId)
    const current = (await members.lock(tx, personId, businessId))?.role
    if (current) {
      refuseLastOwner(current, owners.length)
      await changeRole(tx, now, by, { personId, scope: businessId, role })
      return { personId, name, email, role, status: 'active' as const }
    }
    if ((await members.countOthers(tx, businessId, personId)) >= maxMembers)
      throw new Problem('limit-reached', `A business has at most ${maxMembers} members`, {
        rule: 'max-members',
        max: maxMembers,
      })
    const token = newSecret()
    await invitations.upsert(tx, now, { personId, businessId, role, staffId, tokenHash: hashSecret(token) })
    const link = { kind: 'invitation' as const, personId, businessId, token, version: now.epochMilliseconds }
    await record(tx, now, linkRequested, personId, link.version, link)
    return { email, role, status: 'invited' as const }
  })
}
