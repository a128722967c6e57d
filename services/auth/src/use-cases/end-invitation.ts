import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as invitations from '../persistence/invitations.ts'

type Decline = { by: Id<'person'>; invitationId: Id<'invitation'> }
type Withdraw = { businessId: Id<'business'>; invitationId: Id<'invitation'> }

export async function declineInvitation({ db, clock }: Deps, { by, invitationId: id }: Decline): Promise<void> {
  const declined = await db.transaction().execute((tx) => invitations.take(tx, clock(), { id, personId: by }))
  if (!declined) throw noInvitation()
}

/** By an owner of the business. */
export async function withdrawInvitation({ db }: Deps, { businessId, invitationId }: Withdraw): Promise<void> {
  const wasOpen = await db.transaction().execute((tx) => invitations.withdraw(tx, invitationId, businessId))
  if (!wasOpen) throw noInvitation()
}

const noInvitation = () => new Problem('not-found', 'There is no such invitation')
