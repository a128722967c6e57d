import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useServerAddress } from '@buy-locals/client/server-address'
import { listDetailPhotos } from '@buy-locals/contracts/business/operations'
import type { DetailPhoto } from '@buy-locals/contracts/business/shapes'
import type { ShownBusiness } from './shown-business'

/** What a service or a member of staff is shown with. A screen is complete without. */
export function useDetailPhotos(businessId: ShownBusiness['id']) {
  const addressOf = useServerAddress()
  const { data } = useOperationQuery(listDetailPhotos, { params: { businessId } })
  return (id: DetailPhoto['of']) => {
    const photo = data?.items.find(({ of }) => of === id)?.photo
    return photo && { src: addressOf(photo.sizes[0]?.jpeg ?? photo.url), alt: photo.alt }
  }
}
