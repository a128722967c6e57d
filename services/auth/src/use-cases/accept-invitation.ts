import type { BusinessRole } from '@buy-locals/contracts/auth/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import { refuseTooManyMemberships } from '@buy-locals/service-kit/memberships'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as invitations from '../persistence/invitations.ts'
import * as members from '../persistence/member-repository.ts'
import * as people from '../persistence/person-repository.ts'
import { changeRole } from '../steps/change-role.ts'

type Command = { by: Id<'person'>; invitationId: Id<'invitation'> }

/** Whoever registers with another's address is invited to nothing before they have proved that it is theirs. */
export async function acceptInvitation(
  { db, clock }: Deps,
  { by, invitationId: id }: Command,
): Promise<{ scope: Id<'business'>; role: BusinessRole }> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const person = await people.lock(tx, by)
    if (!person.emailVerified) throw new Problem('auth/email-unverified', 'Only a verified address can be invited')
    const invitation = await invitations.take(tx, now, { id, personId: by })
    if (!invitation) throw new Problem('not-found', 'There is no such invitation')
    const { businessId: scope, role, staffId } = invitation
    const current = (await members.lock(tx, by, scope))?.role
    if (!current) {
      await refuseTooManyMemberships(tx, by)
      await changeRole(tx, now, by, { personId: by, scope, role, staffId })
    }
    return { scope, role }
  })
}
