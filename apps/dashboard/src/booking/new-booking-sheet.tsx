import { useSearchParams } from 'react-router'
import { listServices, listStaff, readCustomer } from '@buy-locals/contracts/booking/operations'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Sheet } from '@buy-locals/ui/overlay'
import { useId, useState } from 'react'
import { Stack } from '@buy-locals/ui/stack'
import { ErrorNotice } from '../shell/error-notice'
import { useDay } from '../board/use-board'
import { useSheet } from '../board/use-sheet'
import { SheetSubmit } from '../forms/edit-form'
import { LeaveGuard } from '../forms/leave-guard'
import { QueryResult, SkeletonRows } from '../shell/query-result'
import { useCurrentBusiness } from '../shell/current-business'
import { id } from '@buy-locals/values/ids'
import { wallTime } from '@buy-locals/values/time'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useT } from '../messages/use-t'
import { NewBookingForm } from './new-booking-form'
import { useNewBooking } from './use-new-booking'

/** A booking on the phone or at the counter. */
export function Component() {
  const t = useT()
  const form = useId()
  const { params, pathTo, may } = useCurrentBusiness()
  const [search] = useSearchParams()
  const { date } = useDay()
  const services = useOperationQuery(listServices, { params })
  const staff = useOperationQuery(listStaff, { params })
  const customerId = id('customer').safeParse(search.get('customer')).data
  const returning = useOperationQuery(
    readCustomer,
    { params: { ...params, customerId: customerId ?? 'cus_' } },
    { when: customerId !== undefined },
  )
  const [hasTyped, setTyped] = useState(false)
  const { sheet, close } = useSheet(hasTyped)
  const booking = useNewBooking(() => {
    setTyped(false)
    close()
  })
  const { busy, shownError } = booking
  const bookable = services.data?.items.filter(({ active }) => active) ?? []
  const first = {
    day: date,
    time: wallTime.safeParse(search.get('time')).data ?? '',
    staffId: id('staff').safeParse(search.get('staff')).data ?? '',
  }
  const add = may('manager') && <Button label={t('booking.toServices')} href={pathTo('services/new')} />
  return (
    <Sheet
      {...sheet}
      title={t('booking.add')}
      actions={
        bookable.length > 0 && (
          <Stack gap="md">
            <ErrorNotice error={shownError} />
            <SheetSubmit form={form} label={t('booking.book')} busy={busy} />
          </Stack>
        )
      }
    >
      <LeaveGuard changed={hasTyped} />
      <QueryResult query={services}>
        {() =>
          bookable.length === 0 ? (
            <EmptyState icon="tag" title={t('booking.noServices')} text={t('booking.noServicesText')} action={add} />
          ) : customerId && returning.isPending ? (
            <SkeletonRows />
          ) : (
            <NewBookingForm
              id={form}
              services={bookable}
              staff={staff.data?.items.filter(({ active }) => active) ?? []}
              first={first}
              returning={returning.data}
              booking={booking}
              onType={setTyped}
            />
          )
        }
      </QueryResult>
    </Sheet>
  )
}
