import { useNavigate, useNavigation, useSearchParams } from 'react-router'
import { useI18n } from '@buy-locals/features/i18n'
import { addDays, isSameLocalTime } from '@buy-locals/features/time/dates'
import { formatZone } from '@buy-locals/features/time/format-time'
import { Button } from '@buy-locals/ui/button'
import { DateStrip } from '@buy-locals/ui/date-strip'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { ActionBar } from '@buy-locals/ui/layout'
import { Notice } from '@buy-locals/ui/notice'
import { SlotPicker } from '@buy-locals/ui/slot-picker'
import { Stack } from '@buy-locals/ui/stack'
import { Progress } from '@buy-locals/ui/progress'
import { useT } from '../messages/site-i18n'
import { daysOf, monthsOf, timesOf } from './days'
import type { Offered } from './load'
import { PartyChoice } from './party-choice'
import { PersonChoice } from './person-choice'
import { useReaderZone } from './reader-zone'
import type { ChosenTime } from './use-chosen-time'

/** With whom, on which day, at what time. */
export function TimeStep({ offered, chosen }: { offered: Offered; chosen: ChosenTime }) {
  const t = useT()
  const i18n = useI18n()
  const navigate = useNavigate()
  const { state } = useNavigation()
  const [params] = useSearchParams()
  const { slots, from, last, today, days, business, service } = offered
  const { timeZone } = business

  function turn(changes: Record<string, string | undefined>, keepsPlace = true) {
    const next = new URLSearchParams(params)
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined) next.delete(name)
      else next.set(name, value)
    }
    void navigate(`?${next.toString()}`, { preventScrollReset: keepsPlace, replace: keepsPlace })
  }
  const earlier = [addDays(from, -days), today].toSorted()[1]
  const later = addDays(from, days)
  return (
    <Stack gap="xl">
      {offered.team.length > 1 && (
        <PersonChoice
          team={offered.team}
          staffId={offered.staffId}
          onChoose={(staff) => turn({ staff, from: undefined })}
        />
      )}
      {service.capacity > 1 && (
        <PartyChoice capacity={service.capacity} size={offered.partySize} onChoose={(people) => turn({ people })} />
      )}
      <ZoneNotice timeZone={timeZone} at={slots[0]?.start ?? offered.now} />
      <DateStrip
        label={t('book.day')}
        caption={monthsOf(i18n, from, days)}
        days={daysOf(i18n, { slots, hours: business.hours, from, last, days, timeZone })}
        selected={chosen.day}
        onSelect={chosen.chooseDay}
        earlier={{ label: t('book.earlier'), disabled: from <= today, onPress: () => turn({ from: earlier }) }}
        later={{ label: t('book.later'), disabled: later > last, onPress: () => turn({ from: later }) }}
      />
      {state === 'loading' && <Progress label={t('book.loading')} />}
      {chosen.day && (
        <SlotPicker
          label={t('book.time')}
          groups={timesOf(i18n, slots, chosen.day, timeZone, service.capacity > 1)}
          selected={chosen.time}
          onSelect={chosen.chooseTime}
        />
      )}
      {!chosen.day && state !== 'loading' && (
        <EmptyState level={2} icon="calendar-x" title={t('book.noTimesTitle')} text={t('book.noTimesText')} />
      )}
      <ActionBar>
        <Button
          large
          wide
          label={t('book.continue')}
          iconAfter="arrow-right"
          disabled={!chosen.time}
          onPress={() => turn({ at: chosen.time }, false)}
        />
      </ActionBar>
    </Stack>
  )
}

/** Said only to readers whose own clock shows something else. */
function ZoneNotice({ timeZone, at }: { timeZone: string; at: string }) {
  const t = useT()
  const i18n = useI18n()
  const reader = useReaderZone()
  if (!reader || isSameLocalTime(at, reader, timeZone)) return null
  return <Notice tone="info" title={t('book.zone', { zone: formatZone(i18n, at, timeZone) })} />
}
