import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { findSlots } from '@buy-locals/contracts/booking/operations'
import type { Alternative } from '@buy-locals/features/booking/booking-request'
import { groupSlots } from '@buy-locals/features/booking/slot-groups'
import { useI18n } from '@buy-locals/features/i18n'
import { useTimes } from '@buy-locals/features/time/use-times'
import { Loading, Skeleton } from '@buy-locals/ui/skeleton'
import { Notice } from '@buy-locals/ui/notice'
import { SlotPicker } from '@buy-locals/ui/slot-picker'
import type { Id } from '@buy-locals/values/ids'
import { useT } from '../../messages/mobile-i18n'
import { FailedState } from '../../shell/screen-error'
import { useBusiness } from '../use-business'

type StartPickerProps = {
  serviceId: Id<'service'>
  /** Empty: anyone. */
  staffId: string
  partySize: number
  isGroup: boolean
  day: string
  start: string
  /** Free starts near one that was taken meanwhile. */
  alternatives: readonly Alternative[]
  onChoose: (start: string) => void
}

/** The free starts of a service on a day. */
export function StartPicker(props: StartPickerProps) {
  const { serviceId, staffId, partySize, isGroup, day, start, alternatives, onChoose } = props
  const t = useT()
  const i18n = useI18n()
  const { business, params } = useBusiness()
  const { timeZone } = business
  const { formatMoment } = useTimes(timeZone)
  const person = staffId ? { staffId: staffId as Id<'staff'> } : {}
  const query = { serviceId, from: day, to: day, partySize, ...person }
  const { data, error, refetch } = useOperationQuery(findSlots, { params, query })

  const describe = ({ start: at, seatsLeft }: { start: string; seatsLeft?: number }) => ({
    when: formatMoment(at),
    note: isGroup && seatsLeft !== undefined ? t('booking.seatsLeft', { count: seatsLeft }) : undefined,
  })
  const picker = (items: readonly { start: string; seatsLeft?: number }[]) => (
    <SlotPicker
      label={t('booking.start')}
      groups={groupSlots(i18n, items, timeZone, describe)}
      selected={start || undefined}
      onSelect={onChoose}
    />
  )
  return (
    <>
      {alternatives.length > 0 && (
        <Notice tone="danger" title={t('booking.taken')} text={t('booking.takenText')} action={picker(alternatives)} />
      )}
      {!data && error && <FailedState level={3} error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Loading label={t('app.loading')}>
          <Skeleton height={104} />
        </Loading>
      )}
      {data && data.items.length > 0 && picker(data.items)}
      {data?.items.length === 0 && <Notice tone="info" title={t('booking.noSlots')} text={t('booking.noSlotsText')} />}
    </>
  )
}
