import { Button } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { Countdown } from '@buy-locals/ui/countdown'
import { DateStrip, type Day } from '@buy-locals/ui/date-strip'
import { DescriptionList } from '@buy-locals/ui/description-list'
import { Columns } from '@buy-locals/ui/layout'
import { SlotPicker, type SlotGroup } from '@buy-locals/ui/slot-picker'
import { Stack } from '@buy-locals/ui/stack'
import { Steps } from '@buy-locals/ui/steps'
import { Text } from '@buy-locals/ui/text'
import { useState } from 'react'
import { Section } from './section'

const weekdays = ['Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed', 'Thu']

const days: Day[] = Array.from({ length: 14 }, (_, at) => {
  const [weekday = '', day, full] = [weekdays[at % 7], String(20 + at), at % 7 === 2]
  const note = full ? 'Full' : `${(at % 5) + 2} free`
  return { id: day, weekday, day, note, full, label: `${weekday} ${day} March, ${note}` }
})

const slot = (time: string, note?: string, taken = false) => ({
  id: time,
  time,
  taken,
  label: `Saturday, March 21, ${time}${note ? `, ${note}` : ''}`,
  ...(note ? { note } : {}),
})

const groups: SlotGroup[] = [
  { label: 'Morning', slots: ['09:00', '09:30', '10:00', '11:30'].map((time) => slot(time)) },
  {
    label: 'Afternoon',
    slots: [slot('13:00', '3 seats left'), slot('14:30', '1 seat left'), slot('15:00', 'Full', true)],
  },
  { label: 'Evening', slots: [slot('18:00', '$45.00'), slot('18:30', '$45.00')] },
]

export function Booking() {
  const [day, setDay] = useState('21')
  const [time, setTime] = useState<string>()
  const [start] = useState(() => performance.now())
  return (
    <Section id="booking" title="Pick a time">
      <Steps label="Step 3 of 4, Time" steps={['Service', 'Person', 'Time', 'Pay']} current={2} />
      <Columns
        aside={
          <Card label="Your booking">
            <DescriptionList
              items={[
                { label: 'Haircut, 45 min', value: '$45.00' },
                { label: 'Saturday, March 21', value: time ?? 'no time yet' },
                { label: 'To pay', value: '$45.00', total: true },
              ]}
            />
            <Button wide large label="Pay $45.00" disabled={!time} onPress={() => {}} />
            <Text size="fine" tone="quiet">
              Cancel free until Fri, Mar 20, 9:00 AM
            </Text>
            <Countdown
              label="We keep this time for you"
              millisecondsLeft={() => 600_000 - (performance.now() - start)}
              announce={(seconds) => `${Math.round(seconds / 60)} minutes left`}
              onEnd={() => {}}
            />
          </Card>
        }
      >
        <Stack gap="xl">
          <DateStrip
            label="Day"
            caption="March 2026"
            days={days}
            selected={day}
            onSelect={setDay}
            earlier={{ label: 'Earlier days', onPress: () => {}, disabled: true }}
            later={{ label: 'Later days', onPress: () => {} }}
          />
          <SlotPicker label="Time" groups={groups} selected={time} onSelect={setTime} />
        </Stack>
      </Columns>
    </Section>
  )
}
