import type { KeyboardEvent, Ref } from 'react'
import { Icon } from '@buy-locals/ui/icon'
import styles from './pin-map.module.css'

type PinButtonProps = {
  ref: Ref<HTMLButtonElement>
  label: string
  describedBy: string
  onKeyDown: (event: KeyboardEvent) => void
}

export function PinButton({ ref, label, describedBy, onKeyDown }: PinButtonProps) {
  return (
    <button
      ref={ref}
      type="button"
      className={styles.pin}
      aria-label={label}
      aria-describedby={describedBy}
      onKeyDown={onKeyDown}
      onClick={(event) => event.stopPropagation()}
    >
      <Icon decorative name="map-pin" size={22} />
    </button>
  )
}
