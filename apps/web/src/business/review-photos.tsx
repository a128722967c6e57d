import type { ShownPhoto } from '@buy-locals/contracts/business/shapes'
import { photoSources } from '@buy-locals/features/place/photo-sources'
import { Photo } from '@buy-locals/ui/photo'
import { useT } from '../messages/site-i18n'
import styles from './review-photos.module.css'

/** What a reviewer took of the visit. Each leads to the whole picture: here they are cut to squares. */
export function ReviewPhotos({ photos, by }: { photos: readonly ShownPhoto[] | undefined; by: string }) {
  const t = useT()
  if (!photos?.length) return null
  return (
    <ul className={styles.photos}>
      {photos.map((photo, index) => (
        <li key={photo.id}>
          <a href={photo.url} className={styles.photo}>
            <Photo
              ratio={1}
              src={photo.sizes[0]?.jpeg}
              {...photoSources(photo)}
              sizes="88px"
              alt={photo.alt || t('place.reviewPhoto', { number: index + 1, name: by })}
              fallback={null}
            />
          </a>
        </li>
      ))}
    </ul>
  )
}
