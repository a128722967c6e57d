import type { ShownPhoto } from '@buy-locals/contracts/business/shapes'
import { translatorForFeatures, useI18n } from './i18n'
import { PhotoLinks } from './place/photo-links'

/** What a reviewer took of the visit. Each leads to the whole picture: here they are cut to squares. */
export function ReviewPhotos({ photos, by }: { photos: readonly ShownPhoto[] | undefined; by: string }) {
  const t = translatorForFeatures(useI18n())
  if (!photos?.length) return null
  const links = photos.map((photo, index) => ({
    photo,
    alt: photo.alt || t('place.reviewPhoto', { number: index + 1, name: by }),
  }))
  return <PhotoLinks links={links} />
}
