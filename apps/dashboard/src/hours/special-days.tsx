import { useState } from 'react'
import { Button } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { CheckField } from '@buy-locals/ui/check-field'
import { Stack } from '@buy-locals/ui/stack'
import { TextField } from '@buy-locals/ui/text-field'
import { useTimes } from '@buy-locals/features/time/use-times'
import { Pair } from '../forms/edit-form'
import { focusOnce } from '../forms/focus-once'
import { useCurrentBusiness } from '../shell/current-business'
import { useT } from '../messages/use-t'
import type { SpecialFault } from './hours-faults'
import type { SpecialRange } from './special-ranges'

type RangesProps = {
  ranges: readonly SpecialRange[]
  fault: SpecialFault | undefined
  onChange: (ranges: SpecialRange[]) => void
}

const open = { opens: '09:00', closes: '17:00' }

/** Dates that are not like their weekday, one or several in a row. */
export function SpecialDays({ ranges, fault, onChange }: RangesProps) {
  const t = useT()
  const { formatShortDay, formatShortDays } = useTimes(useCurrentBusiness().business.timeZone)
  const [addedAt, setAddedAt] = useState<number>()
  const set = (index: number, range: SpecialRange) =>
    onChange(ranges.map((before, at) => (at === index ? range : before)))
  const nameOf = ({ from, to }: SpecialRange) => from && (to > from ? formatShortDays(from, to) : formatShortDay(from))
  return (
    <Stack gap="lg">
      {ranges.map((range, at) => {
        const { from, to, closed, note, opens = '', closes = '' } = range
        const terms = { from, to, ...(note !== undefined && { note }) }
        const name = nameOf(range)
        const errorOf = (field: SpecialFault['field']) =>
          fault?.at === at && fault.field === field ? fault.text : undefined
        return (
          <Card key={at} sunken label={name || t('hours.special')}>
            <Pair>
              <TextField
                ref={at === addedAt ? focusOnce : undefined}
                kind="date"
                label={t('hours.firstDay')}
                error={errorOf('from')}
                value={from}
                onChange={(date) => set(at, { ...range, from: date, to: to === from ? date : to })}
              />
              <TextField
                kind="date"
                optional
                label={t('hours.lastDay')}
                error={errorOf('to')}
                value={to === from ? '' : to}
                onChange={(date) => set(at, { ...range, to: date })}
              />
              <TextField
                optional
                label={t('hours.note')}
                maxLength={120}
                value={note ?? ''}
                onChange={(next) => set(at, { ...range, note: next || undefined })}
              />
            </Pair>
            <CheckField
              label={t('hours.closedThen')}
              value={closed ?? false}
              onChange={(on) => set(at, on ? { ...terms, closed: true } : { ...terms, ...open })}
            />
            {!closed && (
              <Pair>
                <TextField
                  kind="time"
                  label={t('hours.opens', { day: name || t('hours.special') })}
                  error={errorOf('opens')}
                  value={opens}
                  onChange={(time) => set(at, { ...range, opens: time })}
                />
                <TextField
                  kind="time"
                  label={t('hours.closes', { day: name || t('hours.special') })}
                  error={errorOf('closes')}
                  value={closes === '24:00' ? '00:00' : closes}
                  onChange={(time) => set(at, { ...range, closes: time })}
                />
              </Pair>
            )}
            <Button
              tone="quiet"
              icon="trash"
              label={t('hours.removeSpecial', { date: name })}
              onPress={() => onChange(ranges.filter((_, index) => index !== at))}
            />
          </Card>
        )
      })}
      <Button
        tone="secondary"
        icon="plus"
        label={t('hours.addSpecial')}
        onPress={() => {
          setAddedAt(ranges.length)
          onChange([...ranges, { from: '', to: '', closed: true }])
        }}
      />
    </Stack>
  )
}
