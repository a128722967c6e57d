import { useEffect, useEffectEvent, useState } from 'react'
import { Popup } from '@vis.gl/react-maplibre'
import type { Category } from '@buy-locals/contracts/business/shapes'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { categoryDrawings } from '@buy-locals/features/place/category-drawing'
import { RatingLine } from '@buy-locals/features/rating-line'
import { Drawing } from '@buy-locals/ui/drawing'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import styles from './places-map.module.css'

export type Place = {
  id: string
  slug?: string
  name: string
  location: { lat: number; lon: number }
  categories?: readonly Category[]
  rating?: { mean: number; count: number }
}

type PlacePopupProps = { place: Place; onClose: () => void }

/** The card of the list, small. */
export function PlacePopup({ place: { id, slug, name, location, categories, rating }, onClose }: PlacePopupProps) {
  const t = translatorForFeatures(useI18n())
  const [kind = 'shop'] = categories ?? []
  useEscape(onClose)
  return (
    <Popup
      longitude={location.lon}
      latitude={location.lat}
      offset={44}
      closeButton={false}
      maxWidth="280px"
      onClose={onClose}
    >
      <div className={styles.card}>
        <div className={styles.picture}>
          <Drawing kind={categoryDrawings[kind]} seed={id} />
        </div>
        <div className={styles.about}>
          <TextLink label={name} href={`/b/${slug}`} stretched />
          <Text size="small" tone="quiet">
            {t(`category.${kind}`)}
          </Text>
          {rating && <RatingLine rating={rating} />}
        </div>
      </div>
    </Popup>
  )
}

/** Back to the pin that was pressed. */
function useEscape(onClose: () => void) {
  const [pin] = useState(() => document.activeElement)
  const close = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    onClose()
    if (pin instanceof HTMLElement) pin.focus()
  })
  useEffect(() => {
    document.addEventListener('keydown', close)
    return () => document.removeEventListener('keydown', close)
  }, [])
}
