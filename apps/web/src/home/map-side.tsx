import { useEffect, useState } from 'react'
import { Icon } from '@buy-locals/ui/icon'
import { useT } from '../messages/site-i18n'
import { LazyMap } from '../map/lazy-map'
import type { Listing } from './business-card'
import styles from './map-side.module.css'

type MapSideProps = {
  items: readonly Listing[]
  near: { lat: number; lon: number }
  radius: number
  pointed: string | undefined
}

/** Beside the list where there is room, once the page has come to rest; on a phone when it is asked for. */
export function MapSide(props: MapSideProps) {
  const t = useT()
  const [hasRoom, setHasRoom] = useState(false)
  const [isAsked, setAsked] = useState(false)

  useEffect(() => {
    const room = window.matchMedia('(min-width: 900px)')
    const look = () => setHasRoom(room.matches)
    const waiting = window.setTimeout(look, 300)
    room.addEventListener('change', look)
    return () => {
      window.clearTimeout(waiting)
      room.removeEventListener('change', look)
    }
  }, [])

  return (
    <>
      <section aria-label={t('home.mapLabel')} className={styles.map} data-asked={isAsked ? '' : undefined}>
        {(hasRoom || isAsked) && <LazyMap {...props} />}
      </section>
      <button
        type="button"
        className={styles.turn}
        data-press=""
        aria-pressed={isAsked}
        onClick={() => setAsked(!isAsked)}
      >
        <Icon decorative name={isAsked ? 'list' : 'map'} size={20} />
        <span>{t(isAsked ? 'home.showList' : 'home.showMap')}</span>
      </button>
    </>
  )
}
