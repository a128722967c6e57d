import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useApi } from '@buy-locals/client/api-context'
import { serverNow } from '@buy-locals/client/clock'
import { invalidate, operationQuery } from '@buy-locals/client/operation-query'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { readBooking, rescheduleBooking } from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import type { BookingChoice, BookingOptions } from '@buy-locals/features/booking/load-options'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { MoveCheck } from '@buy-locals/features/move-check'
import { Steps } from '@buy-locals/ui/steps'
import { Title } from '@buy-locals/ui/title'
import type { Id } from '@buy-locals/values/ids'
import { Times } from '../book/times'
import { bookingOptions } from '../book/use-booking-options'
import { WithOptions } from '../book/with-options'
import { ErrorNotice } from '../shell/error-notice'
import { LoadingScreen } from '../shell/loading-screen'
import { Screen } from '../shell/screen'
import { Failed } from '../shell/screen-error'
import { readBookingsAgain } from './read-bookings-again'

type RescheduleScreenProps = {
  bookingId: string
  choice: BookingChoice
  /** The new time, once one has been chosen. */
  start: string | undefined
  onChoose: (changes: BookingChoice & { at?: string }) => void
  onContinue: (start: string) => void
  /** From the new time to the others. */
  onBack: () => void
  onMoved: (booking: Booking) => void
}

/** Another time for a booking, and both of them side by side before anything changes. */
export function RescheduleScreen({ bookingId, choice, start, ...on }: RescheduleScreenProps) {
  const params = { bookingId: bookingId as Id<'booking'> }
  const { data: booking, error, refetch } = useOperationQuery(readBooking, { params })
  if (!booking && error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!booking) return <LoadingScreen />
  const { businessId, serviceId, partySize } = booking
  const chosen = { slug: businessId, serviceId, choice: { ...choice, people: String(partySize) } }
  return (
    <WithOptions chosen={chosen}>
      {(options, isLoading) =>
        start ? (
          <Check booking={booking} options={options} start={start} {...on} />
        ) : (
          <Times
            keepsParty
            head={<Head booking={booking} current={0} />}
            options={options}
            isLoading={isLoading}
            keptAs={booking.id}
            onChoose={on.onChoose}
            onContinue={on.onContinue}
          />
        )
      }
    </WithOptions>
  )
}

function Head({ booking, current }: { booking: Booking; current: 0 | 1 }) {
  const t = translatorForFeatures(useI18n())
  const steps = [t('booking.moveSteps.time'), t('booking.moveSteps.check')]
  return (
    <>
      <Title level={1}>{t('booking.moveTitle', { service: booking.serviceName })}</Title>
      <Steps
        label={t('book.stepOf', { at: current + 1, of: steps.length, step: steps[current] ?? '' })}
        steps={steps}
        current={current}
      />
    </>
  )
}

type CheckProps = Pick<RescheduleScreenProps, 'onChoose' | 'onBack' | 'onMoved'> & {
  booking: Booking
  options: BookingOptions
  start: string
}

function Check({ booking, options, start, onChoose, onBack, onMoved }: CheckProps) {
  const callApi = useApi()
  const queryClient = useQueryClient()
  const params = { bookingId: booking.id }
  const { staffId, staff } = options
  const { mutate, isPending, error, variables } = useMutation({
    mutationFn: (request: { start: string; agreedPrice: Booking['price'] }) => {
      const body = { ...request, ...(staffId && { staffId }) }
      return callApi(rescheduleBooking, { params, body })
    },
    onSuccess: (moved) => {
      const { queryKey } = operationQuery(callApi, readBooking, { params })
      queryClient.setQueryData(queryKey, moved)
      void invalidate(queryClient, [readBooking])
      readBookingsAgain(queryClient)
      onMoved(moved)
    },
    onError: () => void queryClient.invalidateQueries({ queryKey: [bookingOptions] }),
  })
  const shownError = variables?.start === start ? error : undefined
  return (
    <Screen>
      <Head booking={booking} current={1} />
      <MoveCheck
        booking={booking}
        start={start}
        staffName={staff.find(({ id }) => id === staffId)?.name}
        now={serverNow()}
        isMoving={isPending}
        error={shownError}
        errorNotice={<ErrorNotice error={shownError} onReload={() => void invalidate(queryClient, [readBooking])} />}
        onMove={(agreedPrice) => mutate({ start, agreedPrice })}
        onChoose={(at) => onChoose({ at })}
        onBack={onBack}
      />
    </Screen>
  )
}
