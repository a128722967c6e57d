import { useEffect, useEffectEvent, useState } from 'react'
import type { Category } from '@buy-locals/contracts/business/shapes'
import { translatorForFeatures, useI18n } from '../i18n'
import { categoryDrawings } from '../place/category-drawing'
import { RatingLine } from '../rating-line'
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

type PlaceCardProps = { place: Place; onClose: () => void; framed?: boolean }

/** The card of the list, small. `framed`: nothing around it is its frame. */
export function PlaceCard({ place: { id, slug, name, categories, rating }, onClose, framed }: PlaceCardProps) {
  const t = translatorForFeatures(useI18n())
  const [kind = 'shop'] = categories ?? []
  useEscape(onClose)
  return (
    <div className={styles.card} data-framed={framed ? '' : undefined}>
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
