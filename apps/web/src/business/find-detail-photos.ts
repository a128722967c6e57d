import { listDetailPhotos } from '@buy-locals/contracts/business/operations'
import type { DetailPhoto } from '@buy-locals/contracts/business/shapes'
import type { Id } from '@buy-locals/values/ids'
import { ignoreHidden } from '@buy-locals/api-client/refusal'
import type { Visit } from '../server/visit'

/** What a service or a member of staff is shown with. A page is complete without. */
export async function findDetailPhotos({ callApi }: Pick<Visit, 'callApi'>, businessId: Id<'business'>) {
  const found = await callApi(listDetailPhotos, { params: { businessId } }).catch(ignoreHidden)
  const byId = new Map((found?.items ?? []).map(({ of, photo }) => [of, photo]))
  return (of: DetailPhoto['of']) => byId.get(of)
}
