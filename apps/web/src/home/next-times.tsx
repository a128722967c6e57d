import type { searchBusinesses } from '@buy-locals/contracts/business/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { PriceTag } from '@buy-locals/features/price-tag'
import { useI18n } from '@buy-locals/features/i18n'
import { relativeDay } from '@buy-locals/features/time/relative-day'
import { formatDateTime, formatDay, formatTime } from '@buy-locals/values/format-time'
import { Text } from '@buy-locals/ui/text'
import { useT } from '../messages/site-i18n'
import { SiteLink } from '../site/anchor'
import styles from './next-times.module.css'

type Next = NonNullable<Output<typeof searchBusinesses>['items'][number]['next']>
type NextTimesProps = { slug: string; next: Next; timeZone: string; now: string }

/** The service that was looked for, and its next free times: each leads to its booking. */
export function NextTimes({ slug, next: { serviceId, serviceName, price, starts }, timeZone, now }: NextTimesProps) {
  const t = useT()
  const i18n = useI18n()
  const days = starts.map((at) => {
    const day = relativeDay(at, timeZone, now)
    return day ? t(`find.${day}`) : formatDay(i18n, at, timeZone)
  })
  return (
    <div className={styles.next}>
      <div className={styles.service}>
        <Text size="small">{[serviceName, days[0]].filter(Boolean).join(' · ')}</Text>
        <PriceTag size="small" price={price} />
      </div>
      <ul className={styles.times} aria-label={t('find.times', { service: serviceName })}>
        {starts.map((at, nth) => (
          <li key={at} className={styles.start}>
            {nth > 0 && days[nth] !== days[nth - 1] && (
              <Text size="small" tone="quiet">
                {days[nth]}
              </Text>
            )}
            <SiteLink
              className={styles.time}
              data-press=""
              to={`/b/${slug}/book/${serviceId}?at=${at}`}
              aria-label={t('find.bookAt', { service: serviceName, when: formatDateTime(i18n, at, timeZone, 'long') })}
            >
              {formatTime(i18n, at, timeZone)}
            </SiteLink>
          </li>
        ))}
      </ul>
    </div>
  )
}
