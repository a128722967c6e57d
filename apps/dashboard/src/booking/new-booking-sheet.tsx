import { useSearchParams } from 'react-router'
import { listServices, listStaff } from '@buy-locals/contracts/booking/operations'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Notice } from '@buy-locals/ui/notice'
import { Sheet } from '@buy-locals/ui/overlay'
import { useId } from 'react'
import { Stack } from '@buy-locals/ui/stack'
import { useOperationQuery } from '../api/queries'
import { useDay } from '../board/use-board'
import { useSheet } from '../board/use-sheet'
import { SubmitIn } from '../forms/submit-in'
import { Answered } from '../shell/answered'
import { useHere } from '../shell/here'
import { useT } from '../messages/use-t'
import { NewBookingForm } from './new-booking-form'
import { useNewBooking } from './use-new-booking'

/** A booking on the phone or at the counter. */
export function Component() {
  const t = useT()
  const form = useId()
  const { params, to, may } = useHere()
  const [search] = useSearchParams()
  const { date } = useDay()
  const services = useOperationQuery(listServices, { params })
  const staff = useOperationQuery(listStaff, { params })
  const { sheet, leave } = useSheet()
  const booking = useNewBooking(leave)
  const { busy, errorText } = booking
  const offered = services.data?.items.filter(({ active }) => active) ?? []
  const first = { day: date, time: search.get('time') ?? '', staffId: search.get('staff') ?? '' }
  const add = may('manager') && <Button label={t('booking.toServices')} href={to('services/new')} />
  return (
    <Sheet
      {...sheet}
      title={t('booking.add')}
      actions={
        offered.length > 0 && (
          <Stack gap="md">
            {errorText && <Notice tone="danger" title={errorText} />}
            <SubmitIn form={form} label={t('booking.book')} busy={busy} />
          </Stack>
        )
      }
    >
      <Answered of={services}>
        {() =>
          offered.length === 0 ? (
            <EmptyState icon="tag" title={t('booking.noServices')} text={t('booking.noServicesText')} action={add} />
          ) : (
            <NewBookingForm
              id={form}
              services={offered}
              staff={staff.data?.items.filter(({ active }) => active) ?? []}
              first={first}
              booking={booking}
            />
          )
        }
      </Answered>
    </Sheet>
  )
}
