import { useEffect, useRef } from 'react'
import { findBookingsOutsideHours } from '@buy-locals/contracts/booking/operations'
import type { Hours } from '@buy-locals/contracts/business/shapes'
import type { Output } from '@buy-locals/contracts/operation'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import type { Id } from '@buy-locals/values/ids'
import { useOperationMutation } from '../api/use-operation-mutation'
import { OverlappingBookings } from '../board/overlapping-bookings'
import { useT } from '../messages/use-t'
import { useCurrentBusiness } from '../shell/current-business'

type Found = Output<typeof findBookingsOutsideHours>

/** Asks, after hours were saved, what is booked outside them. */
export function useOutsideHours({ onNone }: { onNone?: () => void } = {}) {
  const { params } = useCurrentBusiness()
  const find = useOperationMutation(findBookingsOutsideHours, {
    onSuccess: ({ count }) => void (count === 0 && onNone?.()),
  })
  return {
    found: find.data,
    check: (hours: Hours, staffId?: Id<'staff'>) =>
      find.mutate({ input: { params, body: { ...hours, ...(staffId && { staffId }) } } }),
  }
}

/** Hours that are changed cancel nothing: these bookings stand. So do those of somebody who cannot be booked any more. */
export function OutsideHours({ found, isOff = false }: { found: Found | undefined; isOff?: boolean }) {
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
          title={t(isOff ? 'staff.stillBooked' : 'hours.outside', { count })}
          text={t(isOff ? 'staff.stillBookedText' : 'hours.outsideText')}
          label={t('hours.outsideList')}
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
