import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { refuseLastOwner } from '../domain/membership.ts'
import * as invitations from '../persistence/invitations.ts'
import * as members from '../persistence/member-repository.ts'
import { changeRole } from '../steps/change-role.ts'

type Command = { by: Id<'person'>; businessId: Id<'business'>; personId: Id<'person'> }

/** By an owner, or by the member, who leaves. */
export async function removeMember({ db, clock }: Deps, { by, businessId, personId }: Command): Promise<void> {
  const now = clock()
  await db.transaction().execute(async (tx) => {
    const owners = await members.lockOwners(tx, businessId)
    const role = (await members.lock(tx, personId, businessId))?.role
    if (!role) throw new Problem('not-found', 'Nobody of that name belongs to the business')
    refuseLastOwner(role, owners.length)
    await invitations.remove(tx, personId, businessId)
    await changeRole(tx, now, by, { personId, scope: businessId, role: null })
  })
}
