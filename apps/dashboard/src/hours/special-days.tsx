import { Button } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { CheckField } from '@buy-locals/ui/check-field'
import { Stack } from '@buy-locals/ui/stack'
import { TextField } from '@buy-locals/ui/text-field'
import type { Hours } from '@buy-locals/contracts/business/shapes'
import { Pair } from '../forms/edit-form'
import { useCurrentBusiness } from '../shell/current-business'
import { useTimes } from '../time/use-times'
import { useT } from '../messages/use-t'

export type SpecialDay = Hours['special'][number]

type DaysProps = { days: readonly SpecialDay[]; onChange: (days: SpecialDay[]) => void }

const open = { opens: '09:00', closes: '17:00' }

/** Dates that are not like their weekday. */
export function SpecialDays({ days, onChange }: DaysProps) {
  const t = useT()
  const { formatShortDay } = useTimes(useCurrentBusiness().business.timeZone)
  const set = (index: number, day: SpecialDay) => onChange(days.map((before, at) => (at === index ? day : before)))
  return (
    <Stack gap="lg">
      {days.map((day, at) => {
        const { date, closed, note, ...times } = day
        const withNote = note === undefined ? {} : { note }
        return (
          <Card key={at} sunken label={date ? formatShortDay(date) : t('hours.special')}>
            <Pair>
              <TextField
                kind="date"
                label={t('hours.date')}
                value={date}
                onChange={(next) => set(at, { ...day, date: next })}
              />
              <TextField
                optional
                label={t('hours.note')}
                maxLength={120}
                value={note ?? ''}
                onChange={(next) => set(at, { ...day, note: next || undefined })}
              />
            </Pair>
            <CheckField
              label={t('hours.closedThen')}
              value={closed ?? false}
              onChange={(on) => set(at, on ? { date, closed: true, ...withNote } : { date, ...open, ...withNote })}
            />
            {!closed && (
              <Pair>
                <TextField
                  kind="time"
                  label={t('hours.opens', { day: date ? formatShortDay(date) : t('hours.date') })}
                  value={times.opens ?? ''}
                  onChange={(opens) => set(at, { ...day, opens })}
                />
                <TextField
                  kind="time"
                  label={t('hours.closes', { day: date ? formatShortDay(date) : t('hours.date') })}
                  value={times.closes === '24:00' ? '00:00' : (times.closes ?? '')}
                  onChange={(closes) => set(at, { ...day, closes })}
                />
              </Pair>
            )}
            <Button
              tone="quiet"
              icon="trash"
              label={t('hours.removeSpecial', { date: date ? formatShortDay(date) : '' })}
              onPress={() => onChange(days.filter((_, index) => index !== at))}
            />
          </Card>
        )
      })}
      <Button
        tone="secondary"
        icon="plus"
        label={t('hours.addSpecial')}
        onPress={() => onChange([...days, { date: '', closed: true }])}
      />
    </Stack>
  )
}
