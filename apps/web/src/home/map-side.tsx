import { useEffect, useState } from 'react'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import type { Listing } from '@buy-locals/features/place/listings'
import { Icon } from '@buy-locals/ui/icon'
import { LazyMap } from '../map/lazy-map'
import styles from './map-side.module.css'

type MapSideProps = {
  items: readonly Listing[]
  near: { lat: number; lon: number }
  radius: number
  pointedId: string | undefined
  chosenId: string | undefined
  onChoose(id: string | undefined): void
}

/** Beside the list where there is room, once the page has come to rest; on a phone when it is asked for. */
export function MapSide(props: MapSideProps) {
  const t = translatorForFeatures(useI18n())
  const [hasRoom, setHasRoom] = useState(false)
  const [isOpen, setOpen] = useState(false)

  useEffect(() => {
    const room = window.matchMedia('(min-width: 900px)')
    const measure = () => setHasRoom(room.matches)
    const waiting = window.setTimeout(measure, 300)
    room.addEventListener('change', measure)
    return () => {
      window.clearTimeout(waiting)
      room.removeEventListener('change', measure)
    }
  }, [])

  return (
    <>
      <section aria-label={t('find.mapLabel')} className={styles.map} data-open={isOpen ? '' : undefined}>
        {(hasRoom || isOpen) && <LazyMap {...props} />}
      </section>
      {(isOpen || props.items.length > 0) && (
        <button
          type="button"
          className={styles.turn}
          data-press=""
          aria-pressed={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon decorative name={isOpen ? 'list' : 'map'} size={20} />
          <span>{t(isOpen ? 'find.showList' : 'find.showMap')}</span>
        </button>
      )}
    </>
  )
}
