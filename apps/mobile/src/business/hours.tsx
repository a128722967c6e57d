import type { Hours as WeekHours } from '@buy-locals/contracts/business/shapes'
import { useI18n } from '@buy-locals/features/i18n'
import { describeWeekAhead } from '@buy-locals/features/place/week'
import { Card } from '@buy-locals/ui/card'
import { Row } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { formatZoneInFull } from '@buy-locals/values/format-time'
import { useT } from '../messages/mobile-i18n'
import { Section } from './section'

type HoursProps = { hours: WeekHours | undefined; timeZone: string; now: string }

/** The coming week as it really is, today first. */
export function Hours({ hours, timeZone, now }: HoursProps) {
  const t = useT()
  const i18n = useI18n()
  return (
    <Section title={t('place.hours')}>
      <Card>
        {!hours && <Text tone="quiet">{t('place.hoursUnknown')}</Text>}
        {hours &&
          describeWeekAhead(i18n, hours, timeZone, now).map(({ date, label, hours: open, isToday }) => (
            <Row key={date} justify="between">
              <Text size="small" weight={isToday ? 'strong' : 'regular'}>
                {label}
              </Text>
              <Text size="small" tabular align="end" weight={isToday ? 'strong' : 'regular'}>
                {open}
              </Text>
            </Row>
          ))}
        {hours && (
          <Text size="fine" tone="quiet">
            {t('place.hoursZone', { zone: formatZoneInFull(i18n, now, timeZone) })}
          </Text>
        )}
      </Card>
    </Section>
  )
}
