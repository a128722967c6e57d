import type { Hours } from '@buy-locals/contracts/business/shapes'
import { describeWeekAhead, describeSpecialDays, type DayLine } from '@buy-locals/features/place/week'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { formatZoneInFull } from '@buy-locals/values/format-time'
import { Card } from '@buy-locals/ui/card'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import styles from './hours.module.css'

type HoursProps = { hours: Hours | undefined; timeZone: string; now: string }

/** The coming week as it really is, today first. */
export function Hours({ hours, timeZone, now }: HoursProps) {
  const t = translatorForFeatures(useI18n())
  const i18n = useI18n()
  const special = hours ? describeSpecialDays(i18n, hours, timeZone, now) : []
  return (
    <section aria-labelledby="hours-title">
      <Card>
        <Title level={2} size="lead" id="hours-title">
          {t('business.hours')}
        </Title>
        {!hours && <Text tone="quiet">{t('business.hoursUnknown')}</Text>}
        {hours && (
          <dl style={{ margin: 0 }}>
            {describeWeekAhead(i18n, hours, timeZone, now).map((line) => (
              <Line key={line.date} line={line} />
            ))}
          </dl>
        )}
        {special.length > 0 && (
          <>
            <Title level={3} size="body">
              {t('business.specialDays')}
            </Title>
            <dl style={{ margin: 0 }}>
              {special.map((line) => (
                <Line key={line.date} line={line} />
              ))}
            </dl>
          </>
        )}
        {hours && (
          <Text size="fine" tone="quiet">
            {t('business.hoursZone', { zone: formatZoneInFull(i18n, now, timeZone) })}
          </Text>
        )}
      </Card>
    </section>
  )
}

function Line({ line: { label, hours, note, isToday, isSpecial } }: { line: DayLine }) {
  const t = translatorForFeatures(useI18n())
  const weight = isToday ? 'strong' : 'regular'
  const aside = note ?? (isSpecial ? t('business.special') : undefined)
  return (
    <div className={styles.line}>
      <dt>
        <Text size="small" weight={weight}>
          {label}
        </Text>
      </dt>
      <dd style={{ margin: 0, textAlign: 'right' }}>
        <Text size="small" weight={weight} tabular align="end">
          {hours}
        </Text>
        {aside && (
          <Text size="fine" tone="sun" align="end">
            {' '}
            {aside}
          </Text>
        )}
      </dd>
    </div>
  )
}
