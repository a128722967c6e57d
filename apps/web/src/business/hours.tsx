import { daysAhead, specialAhead, type DayLine, type WeekHours } from '@buy-locals/features/place/week'
import { useSpeech } from '@buy-locals/features/speech-provider'
import { zoneOf } from '@buy-locals/features/time/when'
import { Card } from '@buy-locals/ui/card'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { useSay } from '../words/say'

type HoursProps = { hours: WeekHours | undefined; timeZone: string; now: string }

/** The coming week as it really is, today first. */
export function Hours({ hours, timeZone, now }: HoursProps) {
  const say = useSay()
  const speech = useSpeech()
  const special = hours ? specialAhead(speech, hours, timeZone, now) : []
  return (
    <section aria-labelledby="hours-title">
      <Card>
        <Title level={2} size="lead" id="hours-title">
          {say('place.hours')}
        </Title>
        {!hours && <Text tone="quiet">{say('place.hoursUnknown')}</Text>}
        {hours && (
          <dl style={{ margin: 0 }}>
            {daysAhead(speech, hours, timeZone, now).map((line) => (
              <Line key={line.date} line={line} />
            ))}
          </dl>
        )}
        {special.length > 0 && (
          <>
            <Title level={3} size="body">
              {say('place.specialDays')}
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
            {say('place.hoursZone', { zone: zoneOf(speech, now, timeZone) })}
          </Text>
        )}
      </Card>
    </section>
  )
}

function Line({ line: { label, hours, note, isToday, isSpecial } }: { line: DayLine }) {
  const say = useSay()
  const weight = isToday ? 'strong' : 'regular'
  const aside = note ?? (isSpecial ? say('place.special') : undefined)
  return (
    <div className="hours-line">
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
