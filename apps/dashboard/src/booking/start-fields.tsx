import { useEffect } from 'react'
import { findSlots } from '@buy-locals/contracts/booking/operations'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import { beginOwnTime, type CustomerBooking } from '@buy-locals/features/booking/customer-booking'
import { groupSlots } from '@buy-locals/features/booking/slot-groups'
import { useI18n } from '@buy-locals/features/i18n'
import { toLocalDate, toLocalTime } from '@buy-locals/features/time/dates'
import { CheckField } from '@buy-locals/ui/check-field'
import { Notice } from '@buy-locals/ui/notice'
import { SlotPicker } from '@buy-locals/ui/slot-picker'
import { Stack } from '@buy-locals/ui/stack'
import { TextField } from '@buy-locals/ui/text-field'
import { serverNow } from '@buy-locals/client/clock'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useTimes } from '@buy-locals/features/time/use-times'
import { QueryResult, SkeletonRows } from '../shell/query-result'
import { useCurrentBusiness } from '../shell/current-business'
import { useT } from '../messages/use-t'
import type { FreeStart } from './use-new-booking'

type StartProps = {
  draft: CustomerBooking
  service: Service
  /** Free starts near one that was taken meanwhile. */
  alternatives: readonly FreeStart[]
  error: string | undefined
  onChange: (part: Partial<CustomerBooking>) => void
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
  const pressed = slots.data?.items.find(({ start }) => toLocalTime(start, timeZone) === draft.time)?.start
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
        onChange={(isOwnTime) =>
          onChange(isOwnTime ? beginOwnTime(draft, { ...service, timeZone, now: serverNow() }) : { isOwnTime })
        }
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
