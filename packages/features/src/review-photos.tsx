import type { ShownPhoto } from '@buy-locals/contracts/business/shapes'
import { Photo } from '@buy-locals/ui/photo'
import { translatorForFeatures, useI18n } from './i18n'
import { photoSources } from './place/photo-sources'

const listStyle = { display: 'flex', flexWrap: 'wrap', gap: 8, margin: 0, padding: 0, listStyle: 'none' } as const
const photoStyle = { display: 'block', width: 88, overflow: 'hidden', borderRadius: 8 } as const

/** What a reviewer took of the visit. Each leads to the whole picture: here they are cut to squares. */
export function ReviewPhotos({ photos, by }: { photos: readonly ShownPhoto[] | undefined; by: string }) {
  const t = translatorForFeatures(useI18n())
  if (!photos?.length) return null
  return (
    <ul style={listStyle}>
      {photos.map((photo, index) => (
        <li key={photo.id}>
          <a href={photo.url} style={photoStyle}>
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
