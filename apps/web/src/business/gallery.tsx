import { photoSources } from '@buy-locals/features/place/photo-sources'
import { Photo } from '@buy-locals/ui/photo'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../messages/site-i18n'
import type { BusinessPage } from './load-business'
import styles from './gallery.module.css'

/** The photos besides the cover. Each leads to the whole picture: here they are cut to one shape. */
export function Gallery({ business: { name, photos } }: Pick<BusinessPage, 'business'>) {
  const t = useT()
  if (photos.length < 2) return null
  return (
    <section className={styles.gallery} aria-labelledby="photos">
      <Title level={2} id="photos">
        {t('place.photos')}
      </Title>
      <ul className={styles.photos}>
        {photos.slice(1).map((photo, index) => (
          <li key={photo.id} className={styles.photo}>
            <a href={photo.url} className={styles.link}>
              <Photo
                src={photo.url}
                {...photoSources(photo)}
                sizes="(min-width: 900px) 280px, 62vw"
                alt={photo.alt || t('place.photoNumber', { number: index + 2, name })}
                fallback={null}
              />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
