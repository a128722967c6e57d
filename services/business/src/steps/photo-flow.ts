import { photoFlow } from '@buy-locals/media/photos/photo-flow'
import * as businesses from '../persistence/business-repository.ts'
import type { Database } from '../persistence/database.ts'
import * as photos from '../persistence/photo-repository.ts'
import { savePhotos } from './save-photos.ts'

/** What the public sees of the business changes with its photo, in one commit. */
export const flow = photoFlow<Database>({
  owner: 'business',
  show: async (tx, now, photo, save) => {
    const businessId = await photos.findBusinessOf(tx, photo.id)
    const business = businessId && (await businesses.lock(tx, businessId))
    const isSaved = await save()
    if (business && isSaved) await savePhotos(tx, now, business, photo.subject as photos.Subject)
    return isSaved
  },
})
