import { useState } from 'react'
import { useNavigate, useNavigation, useSearchParams } from 'react-router'
import { useI18n } from '@buy-locals/features/i18n'
import { addDays, isSameLocalTime, toUtcNoon } from '@buy-locals/features/time/dates'
import { formatDay, formatZoneInFull } from '@buy-locals/values/format-time'
import { Button } from '@buy-locals/ui/button'
import { DateStrip } from '@buy-locals/ui/date-strip'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { ActionBar } from '@buy-locals/ui/layout'
import { Notice } from '@buy-locals/ui/notice'
import { SlotPicker } from '@buy-locals/ui/slot-picker'
import { Stack } from '@buy-locals/ui/stack'
import { Progress } from '@buy-locals/ui/progress'
import { useT } from '../messages/site-i18n'
import { describeDays, describeMonths, groupTimes } from './days'
import { PartyChoice, StaffChoice } from './choices'
import type { BookingOptions } from './load-options'
import { OwnHoldNotice } from './own-bookings-notice'
import { useBrowserTimeZone } from '../site/browser-only'
import type { ChosenTime } from './use-chosen-time'

type TimeStepProps = {
  options: BookingOptions
  chosen: ChosenTime
  /** Of a booking that is moved: as many come as were booked. */
  keepsParty?: boolean
}

/** With whom, on which day, at what time. */
export function TimeStep({ options, chosen, keepsParty = false }: TimeStepProps) {
  const t = useT()
  const i18n = useI18n()
  const navigate = useNavigate()
  const { state } = useNavigation()
  const [params] = useSearchParams()
  const { slots, from, today, lastDay, days, business, service, staff, staffId, partySize } = options
  const { timeZone } = business
  const [isMissing, setMissing] = useState(false)

  function changeSearch(changes: Record<string, string | undefined>, keepsPlace = true) {
    const next = new URLSearchParams(params)
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined) next.delete(name)
      else next.set(name, value)
    }
    void navigate(`?${next.toString()}`, { preventScrollReset: keepsPlace, replace: keepsPlace })
  }
  function goOn() {
    setMissing(!chosen.time)
    if (chosen.time) changeSearch({ at: chosen.time }, false)
  }
  const earlier = [addDays(from, -days), today].toSorted()[1]
  const later = addDays(from, days)
  return (
    <Stack gap="xl">
      {options.ownHold && <OwnHoldNotice hold={options.ownHold} />}
      {staff.length > 1 && (
        <StaffChoice
          staff={staff}
          staffId={staffId}
          onChoose={(chosenId) => changeSearch({ staff: chosenId, from: undefined })}
        />
      )}
      {service.capacity > 1 && !keepsParty && (
        <PartyChoice capacity={service.capacity} size={partySize} onChoose={(people) => changeSearch({ people })} />
      )}
      <ZoneNotice timeZone={timeZone} at={slots[0]?.start ?? options.now} />
      <DateStrip
        label={t('book.day')}
        caption={describeMonths(i18n, from, days)}
        days={describeDays(i18n, { slots, empty: options.empty, from, lastDay, days, timeZone })}
        selected={chosen.day}
        onSelect={chosen.chooseDay}
        earlier={{ label: t('book.earlier'), disabled: from <= today, onPress: () => changeSearch({ from: earlier }) }}
        later={{ label: t('book.later'), disabled: later > lastDay, onPress: () => changeSearch({ from: later }) }}
      />
      {state === 'loading' && <Progress label={t('book.loading')} />}
      {chosen.day && (
        <SlotPicker
          label={t('book.time')}
          groups={groupTimes(i18n, slots, chosen.day, timeZone, service.capacity > 1)}
          selected={chosen.time}
          onSelect={chosen.chooseTime}
        />
      )}
      {!chosen.day && state !== 'loading' && (
        <EmptyState
          level={2}
          icon="calendar-x"
          title={t('book.noTimesTitle')}
          text={t('book.noTimesText')}
          action={
            options.nextFree && (
              <Button
                tone="secondary"
                label={t('book.nextFree', { day: formatDay(i18n, toUtcNoon(options.nextFree), 'UTC', 'long') })}
                onPress={() => changeSearch({ from: options.nextFree })}
              />
            )
          }
        />
      )}
      {isMissing && !chosen.time && <Notice tone="danger" title={t('book.timeMissing')} />}
      {chosen.day && (
        <ActionBar>
          <Button large wide label={t('book.continue')} iconAfter="arrow-right" onPress={goOn} />
        </ActionBar>
      )}
    </Stack>
  )
}

/** For readers whose own clock shows another time. */
function ZoneNotice({ timeZone, at }: { timeZone: string; at: string }) {
  const t = useT()
  const i18n = useI18n()
  const ownZone = useBrowserTimeZone()
  if (!ownZone || isSameLocalTime(at, ownZone, timeZone)) return null
  return <Notice tone="info" title={t('book.zone', { zone: formatZoneInFull(i18n, at, timeZone) })} />
}
