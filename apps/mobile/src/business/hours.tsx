import { View } from 'react-native'
import type { Hours as WeekHours } from '@buy-locals/contracts/business/shapes'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { OpenState } from '@buy-locals/features/open-state'
import { describeSpecialDays, describeWeekAhead, type DayLine } from '@buy-locals/features/place/week'
import { Card } from '@buy-locals/ui/card'
import { Row } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { space } from '@buy-locals/ui/theme'
import { Title } from '@buy-locals/ui/title'
import { formatZoneInFull } from '@buy-locals/values/format-time'
import { Section } from './section'
import type { ShownBusiness } from './shown-business'

type HoursProps = { hours: WeekHours | undefined; open: ShownBusiness['open']; timeZone: string; now: string }

/** The coming week as it really is, today first. */
export function Hours({ hours, open, timeZone, now }: HoursProps) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const special = hours ? describeSpecialDays(i18n, hours, timeZone, now) : []
  return (
    <Section title={t('business.hours')}>
      <Card>
        {!hours && <Text tone="quiet">{t('business.hoursUnknown')}</Text>}
        {hours && <OpenState open={open} timeZone={timeZone} now={now} />}
        {hours && describeWeekAhead(i18n, hours, timeZone, now).map((line) => <Line key={line.date} line={line} />)}
        {special.length > 0 && (
          <Title level={3} size="body">
            {t('business.specialDays')}
          </Title>
        )}
        {special.map((line) => (
          <Line key={line.date} line={line} />
        ))}
        {hours && (
          <Text size="fine" tone="quiet">
            {t('business.hoursZone', { zone: formatZoneInFull(i18n, now, timeZone) })}
          </Text>
        )}
      </Card>
    </Section>
  )
}

function Line({ line: { label, hours, note, isToday, isSpecial } }: { line: DayLine }) {
  const t = translatorForFeatures(useI18n())
  const weight = isToday ? 'strong' : 'regular'
  const aside = note ?? (isSpecial ? t('business.special') : undefined)
  return (
    <Row justify="between" align="start" wrap gap="sm">
      <Text size="small" weight={weight}>
        {label}
      </Text>
      <View style={timesStyle}>
        <Text size="small" tabular align="end" weight={weight}>
          {hours}
        </Text>
        {aside && (
          <Text size="fine" tone="sun" align="end">
            {aside}
          </Text>
        )}
      </View>
    </Row>
  )
}

const timesStyle = { flexShrink: 1, gap: space.hair } as const
