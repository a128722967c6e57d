import { Problem } from '@buy-locals/contracts/problem'
import type { BusinessRole } from '@buy-locals/contracts/auth/shapes'
import { linkRequested } from '@buy-locals/contracts/auth/events'
import { newId, type Id } from '@buy-locals/values/ids'
import { record } from '@buy-locals/service-kit/outbox'
import type { Deps } from '../deps.ts'
import { refuseLastOwner } from '../domain/membership.ts'
import * as members from '../persistence/members.ts'
import * as people from '../persistence/people.ts'

type Add = { by: Id<'person'>; businessId: Id<'business'>; email: string; role: 'manager' | 'staff' }

/** Only a verified address makes a member at once: otherwise whoever registers with another's address would get in. */
export async function addMember(
  deps: Deps,
  { by, businessId, email, role }: Add,
): Promise<{
  personId?: Id<'person'>
  name?: string
  email: string
  role: BusinessRole
  status: 'active' | 'invited'
}> {
  const { db, clock, throttle, limits } = deps
  await throttle.consume('invite', by, limits.invitations)
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const invited = {
      id: newId('person'),
      kind: 'invited' as const,
      email,
      emailVerified: false,
      name: email,
      locale: 'en',
      version: 1,
    }
    const known =
      (await people.findByEmail(tx, email)) ??
      (await people.insert(tx, now, invited)) ??
      (await people.findByEmail(tx, email))
    if (!known) throw new Error('The address is taken, and by nobody')
    const { id, name, kind, emailVerified } = await people.lock(tx, known.id)
    const owners = await members.lockOwners(tx, businessId)
    if (owners.includes(id)) refuseLastOwner('owner', owners.length)
    if (kind === 'account' && emailVerified) {
      await members.withdraw(tx, id, businessId)
      await members.set(tx, now, by, { personId: id, scope: businessId, role })
      return { personId: id, name, email, role, status: 'active' as const }
    }
    await members.invite(tx, now, id, businessId, role)
    const link = { kind: 'invitation' as const, personId: id, businessId, version: now.epochMilliseconds }
    await record(tx, now, linkRequested, id, link.version, link)
    return { email, role, status: 'invited' as const }
  })
}

/** An invitation that is still open ends too. */
export async function removeMember(
  { db, clock }: Deps,
  { by, businessId, personId }: { by: Id<'person'>; businessId: Id<'business'>; personId: Id<'person'> },
): Promise<void> {
  const now = clock()
  await db.transaction().execute(async (tx) => {
    const owners = await members.lockOwners(tx, businessId)
    const role = (await members.of(tx, personId)).find(({ scope }) => scope === businessId)?.role
    const wasInvited = await members.withdraw(tx, personId, businessId)
    if (!role && !wasInvited) throw new Problem('not-found', 'Nobody of that name belongs to the business')
    refuseLastOwner(role, owners.length)
    await members.set(tx, now, by, { personId, scope: businessId, role: null })
  })
}
