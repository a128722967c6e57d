import type { ReactNode } from 'react'
import { Button } from '@buy-locals/ui/button'
import { DateStrip } from '@buy-locals/ui/date-strip'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Notice } from '@buy-locals/ui/notice'
import { Progress } from '@buy-locals/ui/progress'
import { SlotPicker } from '@buy-locals/ui/slot-picker'
import { Stack } from '@buy-locals/ui/stack'
import { formatDay, formatZoneInFull } from '@buy-locals/values/format-time'
import { describeDays, describeMonths, groupTimes } from './booking/days'
import type { BookingChoice, BookingOptions } from './booking/load-options'
import type { ChosenTime } from './booking/use-chosen-time'
import { PartyChoice, StaffChoice } from './booking-choices'
import { translatorForFeatures, useI18n } from './i18n'
import { addDays, isSameLocalTime, toUtcNoon } from './time/dates'

type TimeStepProps = {
  options: BookingOptions
  chosen: ChosenTime
  /** The zone of the reader's device, as far as it is known. */
  ownZone: string | undefined
  isLoading: boolean
  /** Somebody went on without a time. */
  isMissing: boolean
  /** Of a booking that is moved: as many come as were booked. */
  keepsParty?: boolean
  /** What the reader holds already. */
  holdNotice?: ReactNode
  onChoose: (changes: BookingChoice) => void
}

/** With whom, on which day, at what time. */
export function TimeStep(props: TimeStepProps) {
  const { options, chosen, ownZone, isLoading, isMissing, keepsParty = false, holdNotice, onChoose } = props
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const { slots, from, today, lastDay, days, business, service, staff, staffId, partySize, nextFree } = options
  const { timeZone } = business
  const zoneAt = slots[0]?.start ?? options.now
  const isElsewhere = ownZone !== undefined && !isSameLocalTime(zoneAt, ownZone, timeZone)
  const earlier = [addDays(from, -days), today].toSorted()[1]
  const later = addDays(from, days)
  return (
    <Stack gap="xl">
      {holdNotice}
      {staff.length > 1 && (
        <StaffChoice
          staff={staff}
          staffId={staffId}
          onChoose={(chosenId) => onChoose({ staff: chosenId, from: undefined })}
        />
      )}
      {service.capacity > 1 && !keepsParty && (
        <PartyChoice capacity={service.capacity} size={partySize} onChoose={(people) => onChoose({ people })} />
      )}
      {isElsewhere && <Notice tone="info" title={t('book.zone', { zone: formatZoneInFull(i18n, zoneAt, timeZone) })} />}
      <DateStrip
        label={t('book.day')}
        caption={describeMonths(i18n, from, days)}
        days={describeDays(i18n, { slots, empty: options.empty, from, lastDay, days, timeZone })}
        selected={chosen.day}
        onSelect={chosen.chooseDay}
        earlier={{ label: t('book.earlier'), disabled: from <= today, onPress: () => onChoose({ from: earlier }) }}
        later={{ label: t('book.later'), disabled: later > lastDay, onPress: () => onChoose({ from: later }) }}
      />
      {isLoading && <Progress label={t('book.loading')} />}
      {chosen.day && (
        <SlotPicker
          label={t('book.time')}
          groups={groupTimes(i18n, slots, chosen.day, timeZone, service.capacity > 1)}
          selected={chosen.time}
          onSelect={chosen.chooseTime}
        />
      )}
      {!chosen.day && !isLoading && (
        <EmptyState
          level={2}
          icon="calendar-x"
          title={t('book.noTimesTitle')}
          text={t('book.noTimesText')}
          action={
            nextFree && (
              <Button
                tone="secondary"
                label={t('book.nextFree', { day: formatDay(i18n, toUtcNoon(nextFree), 'UTC', 'long') })}
                onPress={() => onChoose({ from: nextFree })}
              />
            )
          }
        />
      )}
      {isMissing && !chosen.time && <Notice tone="danger" title={t('book.timeMissing')} />}
    </Stack>
  )
}
