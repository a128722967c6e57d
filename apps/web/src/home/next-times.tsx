import type { NextTimes as Described } from '@buy-locals/features/place/next-times'
import { PriceTag } from '@buy-locals/features/price-tag'
import { Text } from '@buy-locals/ui/text'
import { SiteLink } from '../site/anchor'
import styles from './next-times.module.css'

/** The service that was looked for, and its next free times. */
export function NextTimes({ next: { title, price, label, times } }: { next: Described }) {
  return (
    <div className={styles.next}>
      <div className={styles.service}>
        <Text size="small">{title}</Text>
        <PriceTag size="small" price={price} />
      </div>
      <ul className={styles.times} aria-label={label}>
        {times.map(({ at, day, time, label: name, href }) => (
          <li key={at} className={styles.start}>
            {day && (
              <Text size="small" tone="quiet">
                {day}
              </Text>
            )}
            <SiteLink className={styles.time} data-press="" to={href} aria-label={name}>
              {time}
            </SiteLink>
          </li>
        ))}
      </ul>
    </div>
  )
}
