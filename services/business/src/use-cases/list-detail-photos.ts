import { Problem } from '@buy-locals/contracts/problem'
import type { DetailPhoto } from '@buy-locals/contracts/business/shapes'
import { toShown } from '@buy-locals/media/photos/photo'
import { rolesAt } from '@buy-locals/service-kit/memberships'
import type { Actor } from '@buy-locals/service-kit/service'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { isPublic } from '../domain/business.ts'
import { isDetail, toDetailPhoto } from '../domain/detail-photo.ts'
import * as businesses from '../persistence/business-repository.ts'
import * as photos from '../persistence/photo-repository.ts'

type Query = { businessId: Id<'business'>; actor: Actor | undefined }

/** Whoever sees the business sees them. */
export async function listDetailPhotos({ db }: Deps, { businessId, actor }: Query): Promise<{ items: DetailPhoto[] }> {
  const { business } = (await businesses.find(db, businessId)) ?? {}
  const { role, isOperator } = business
    ? await rolesAt(db, actor, { businessId, marketId: business.marketId })
    : { role: undefined, isOperator: false }
  if (!business || !(isPublic(business) || role !== undefined || isOperator))
    throw new Problem('not-found', 'There is no such business')
  const items = (await photos.listAllOf(db, businessId)).flatMap((photo) => {
    const shown = toShown(photo)
    return shown && isDetail(photo.subject) ? toDetailPhoto(photo.subject, shown) : []
  })
  return { items }
}
