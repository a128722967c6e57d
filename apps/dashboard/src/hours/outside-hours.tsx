import { useEffect, useRef } from 'react'
import { findBookingsOutsideHours } from '@buy-locals/contracts/booking/operations'
import type { Hours } from '@buy-locals/contracts/business/shapes'
import type { Input, Output } from '@buy-locals/contracts/operation'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { OverlappingBookings } from '../board/overlapping-bookings'
import { useT } from '../messages/use-t'
import { useCurrentBusiness } from '../shell/current-business'

const closed = { weekly: [], special: [] }

/** Whose bookings, where not those of the whole business. */
type BookingFilter = Pick<Input<typeof findBookingsOutsideHours>['body'], 'staffId' | 'serviceId' | 'resourceId'>

type Found = Output<typeof findBookingsOutsideHours>

/** Asks, after hours were saved, what is booked outside them. */
export function useOutsideHours({ onNone }: { onNone?: () => void } = {}) {
  const { params } = useCurrentBusiness()
  const find = useOperationMutation(findBookingsOutsideHours, {
    onSuccess: ({ count }) => void (count === 0 && onNone?.()),
  })
  return {
    found: find.data,
    check: (hours: Hours, of: BookingFilter = {}) => find.mutate({ input: { params, body: { ...hours, ...of } } }),
    /** Of what is not to be booked any more. */
    checkAll: (of: BookingFilter) => find.mutate({ input: { params, body: { ...closed, ...of } } }),
  }
}

type OutsideHoursProps = { found: Found | undefined; isOff?: boolean; tone?: 'info' | 'pending' }

/** Hours that are changed cancel nothing: these bookings stand. So do those of what cannot be booked any more. */
export function OutsideHours({ found, isOff = false, tone = 'pending' }: OutsideHoursProps) {
  const t = useT()
  const top = useRef<HTMLDivElement>(null)
  // Saved from the top of a long page, it would be below the screen.
  useEffect(() => {
    if (found?.count) top.current?.scrollIntoView?.({ block: 'center' })
  }, [found])
  if (!found?.count) return null
  const { count, items } = found
  return (
    <div ref={top}>
      <Stack gap="sm">
        <OverlappingBookings
          bookings={items}
          tone={tone}
          title={t(isOff ? 'hours.kept' : 'hours.outside', { count })}
          text={t(isOff ? 'hours.keptText' : 'hours.outsideText')}
          label={t(isOff ? 'hours.keptList' : 'hours.outsideList')}
        />
        {count > items.length && (
          <Text size="small" tone="quiet">
            {t('hours.outsideMore', { count: count - items.length })}
          </Text>
        )}
      </Stack>
    </div>
  )
}

/** Shown before something is retired: what is booked of it. */
export function KeptBookings({ of }: { of: BookingFilter }) {
  const { params } = useCurrentBusiness()
  const { data } = useOperationQuery(findBookingsOutsideHours, { params, body: { ...closed, ...of } })
  return <OutsideHours found={data} isOff tone="info" />
}
