import type { CSSProperties } from 'react'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { photoSources } from '@buy-locals/features/place/photo-sources'
import { Photo } from '@buy-locals/ui/photo'
import { Title } from '@buy-locals/ui/title'
import type { BusinessPage } from './load-business'
import styles from './gallery.module.css'

const widths = { 1: 1180, 2: 580, 3: 380, 4: 280 }

/** On a wide screen, so that little of the last row is empty. */
function columnsOf(count: number): keyof typeof widths {
  if (count === 1 || count === 2) return count
  const empty = (columns: number) => (columns - (count % columns)) % columns
  return empty(3) < empty(4) ? 3 : 4
}

/** The photos besides the cover. Each leads to the whole picture: here they are cut to one shape. */
export function Gallery({ business: { name, photos } }: Pick<BusinessPage, 'business'>) {
  const t = translatorForFeatures(useI18n())
  const shown = photos.slice(1)
  if (shown.length === 0) return null
  const columns = columnsOf(shown.length)
  return (
    <section className={styles.gallery} aria-labelledby="photos">
      <Title level={2} id="photos">
        {t('business.photos')}
      </Title>
      <ul
        className={shown.length === 1 ? styles.only : styles.photos}
        style={{ '--columns': columns } as CSSProperties}
      >
        {shown.map((photo, index) => (
          <li key={photo.id} className={styles.photo} data-tall={photo.height > photo.width ? '' : undefined}>
            <a href={photo.url} className={styles.link}>
              <Photo
                src={photo.url}
                {...photoSources(photo)}
                sizes={`(min-width: 900px) ${widths[columns]}px, ${shown.length === 1 ? 92 : 62}vw`}
                alt={photo.alt || t('business.photoNumber', { number: index + 2, name })}
                fallback={null}
              />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
