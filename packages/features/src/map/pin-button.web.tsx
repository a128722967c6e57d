import { translatorForFeatures, useI18n } from '../i18n'
import { Icon } from '@buy-locals/ui/icon'
import type { Cluster } from '../place/clusters'
import type { Place } from './place-card'
import styles from './places-map.module.css'

export type PinProps = { cluster: Cluster<Place & { number: number }>; on: boolean; onPress: () => void }

/** One business under its number, or several that stand too near to each other. */
export function PinButton({ cluster: { items }, on, onPress }: PinProps) {
  const t = translatorForFeatures(useI18n())
  const [first] = items
  if (!first) return null
  const isCluster = items.length > 1
  return (
    <button
      type="button"
      className={isCluster ? styles.cluster : styles.marker}
      aria-label={
        isCluster
          ? t('find.cluster', { count: items.length })
          : t('find.pin', { number: first.number, name: first.name })
      }
      aria-pressed={isCluster ? undefined : on}
      data-on={on ? '' : undefined}
      onClick={(event) => {
        event.stopPropagation()
        event.currentTarget.focus({ preventScroll: true }) // a map keeps a mouse from focusing what it presses
        onPress()
      }}
    >
      <span>
        {isCluster && <Icon decorative name="store" size={14} />}
        {isCluster ? items.length : first.number}
      </span>
    </button>
  )
}
