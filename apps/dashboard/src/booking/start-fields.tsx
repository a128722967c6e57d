import { useEffect } from 'react'
import { Temporal } from 'temporal-polyfill'
import { findSlots } from '@buy-locals/contracts/booking/operations'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import { groupSlots } from '@buy-locals/features/booking/slot-groups'
import { useI18n } from '@buy-locals/features/i18n'
import { toLocalDate } from '@buy-locals/features/time/dates'
import { CheckField } from '@buy-locals/ui/check-field'
import { Notice } from '@buy-locals/ui/notice'
import { SlotPicker } from '@buy-locals/ui/slot-picker'
import { Stack } from '@buy-locals/ui/stack'
import { TextField } from '@buy-locals/ui/text-field'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { QueryResult, SkeletonRows } from '../shell/query-result'
import { useCurrentBusiness } from '../shell/current-business'
import { now } from '../clock'
import { toWallTime } from '../time/times'
import { useTimes } from '../time/use-times'
import { useT } from '../messages/use-t'
import type { Draft, FreeStart } from './use-new-booking'

type StartProps = {
  draft: Draft
  service: Service
  /** Free starts near one that was taken meanwhile. */
  alternatives: readonly FreeStart[]
  error: string | undefined
  onChange: (part: Partial<Draft>) => void
}

/** One of the free starts, or a time that the owner sets. */
export function StartFields({ draft, service, alternatives, error, onChange }: StartProps) {
  const t = useT()
  const { business, params } = useCurrentBusiness()
  const { timeZone } = business
  const i18n = useI18n()
  const { formatMoment } = useTimes(timeZone)
  const staffId = draft.staffId ? { staffId: draft.staffId as Id<'staff'> } : {}
  const query = { serviceId: service.id, from: draft.day, to: draft.day, partySize: draft.partySize, ...staffId }
  const slots = useOperationQuery(findSlots, { params, query })

  // A time that was pressed on the board is chosen as soon as it turns out to be free.
  const pressed = slots.data?.items.find(({ start }) => toWallTime(start, timeZone) === draft.time)?.start
  useEffect(() => {
    if (pressed && !draft.start && !draft.isOwnTime) onChange({ start: pressed })
  }, [pressed, draft.start, draft.isOwnTime, onChange])

  const describe = ({ start, seatsLeft }: FreeStart) => ({
    when: formatMoment(start),
    note: service.capacity > 1 && seatsLeft !== undefined ? t('booking.seatsLeft', { count: seatsLeft }) : undefined,
  })
  const pick = (start: string) => onChange({ start, day: toLocalDate(start, timeZone), isOwnTime: false })
  const picker = (items: readonly FreeStart[]) => (
    <SlotPicker
      label={t('booking.start')}
      groups={groupSlots(i18n, items, timeZone, describe)}
      selected={draft.start || undefined}
      onSelect={pick}
    />
  )
  return (
    <Stack gap="md">
      {alternatives.length > 0 && (
        <Notice tone="danger" title={t('booking.taken')} text={t('booking.takenText')} action={picker(alternatives)} />
      )}
      {!draft.isOwnTime && (
        <QueryResult query={slots} placeholder={<SkeletonRows count={2} height={48} />}>
          {({ items }) =>
            items.length > 0 ? (
              picker(items)
            ) : (
              <Notice tone="info" title={t('booking.noSlots')} text={t('booking.noSlotsText')} />
            )
          }
        </QueryResult>
      )}
      {error && !draft.isOwnTime && <Notice tone="danger" title={error} />}
      <CheckField
        label={t('booking.ownTime')}
        hint={t('booking.ownTimeHint')}
        value={draft.isOwnTime}
        onChange={(isOwnTime) => onChange(isOwnTime ? beginOwnTime(draft, service, timeZone) : { isOwnTime })}
      />
      {draft.isOwnTime && (
        <>
          <TextField
            kind="time"
            label={t('booking.time')}
            error={error}
            value={draft.time}
            onChange={(time) => onChange({ time })}
          />
          <CheckField
            label={t('booking.overrideNotice')}
            value={draft.overridesNotice}
            onChange={(overridesNotice) => onChange({ overridesNotice })}
          />
          <CheckField
            label={t('booking.overrideHours')}
            value={draft.overridesHours}
            onChange={(overridesHours) => onChange({ overridesHours })}
          />
        </>
      )}
    </Stack>
  )
}

/** Whoever sets a time means it, however soon. Of today it is most often now: somebody stands at the counter. */
function beginOwnTime({ day, time }: Draft, { stepMinutes }: Service, timeZone: string): Partial<Draft> {
  const current = now().toString()
  const isToday = toLocalDate(current, timeZone) === day
  return {
    isOwnTime: true,
    overridesNotice: true,
    time: time || (isToday ? floorTo(stepMinutes, current, timeZone) : ''),
  }
}

/** The last time of day at which the service starts. */
function floorTo(stepMinutes: number, at: string, timeZone: string): string {
  const [hours = 0, minutes = 0] = toWallTime(at, timeZone).split(':').map(Number)
  const before = (hours * 60 + minutes) % stepMinutes
  return toWallTime(Temporal.Instant.from(at).subtract({ minutes: before }).toString(), timeZone)
}
