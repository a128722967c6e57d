import { audit } from '@buy-locals/service-kit/audit'
import { personErased } from '@buy-locals/contracts/auth/events'
import type { ErasedPerson } from '@buy-locals/service-kit/erasure'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { eraseProfile } from '../domain/business.ts'
import * as businesses from '../persistence/business-repository.ts'
import * as claims from '../persistence/claims.ts'
import * as owners from '../persistence/owners.ts'
import * as photos from '../persistence/photo-repository.ts'
import { flow } from '../steps/photo-flow.ts'
import { saveBusiness } from '../steps/save-business.ts'

/** A business that was on the site is its customers' and its colleagues' too, and stays. One that never was goes with its only owner. */
export async function erasePerson(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { personId }: ErasedPerson,
): Promise<void> {
  await claims.erase(db, personId)
  for (const businessId of await owners.findUnpublishedOwnedOnlyBy(db, personId)) await close({ db, clock }, businessId)
}

async function close({ db, clock }: Pick<Deps, 'db' | 'clock'>, businessId: Id<'business'>): Promise<void> {
  const now = clock()
  await db.transaction().execute(async (tx) => {
    const before = await businesses.lock(tx, businessId)
    if (before.status !== 'draft' && before.status !== 'pending') return
    const after = eraseProfile(before)
    await saveBusiness(tx, now, after)
    for (const photo of await photos.listAllOf(tx, businessId)) await flow.remove(tx, photo, now)
    await businesses.removeFormerSlugs(tx, after)
    const states = { before: { status: before.status }, after: { status: after.status } }
    await audit(tx, now, { actor: personErased.type, action: 'business.closed', subject: businessId, ...states })
  })
}
