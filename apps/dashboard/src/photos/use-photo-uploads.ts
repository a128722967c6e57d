import { addPhoto, deletePhoto, listPhotos } from '@buy-locals/contracts/business/operations'
import type { DetailPhoto } from '@buy-locals/contracts/business/shapes'
import { useUploads } from '@buy-locals/features/photos/use-uploads'
import type { Id } from '@buy-locals/values/ids'
import { callApi } from '../api/call-api'
import { invalidate } from '../api/queries'

/** Of a business, or of one of its services or staff. */
export function usePhotoUploads(businessId: Id<'business'>, of?: DetailPhoto['of']) {
  const onSent = () => invalidate(listPhotos)
  return useUploads({
    announce: (file) => callApi(addPhoto, { params: { businessId }, body: { ...file, ...(of && { of }) } }),
    withdraw: (photoId) => callApi(deletePhoto, { params: { businessId, photoId } }).then(onSent, () => {}),
    onSent,
  })
}
