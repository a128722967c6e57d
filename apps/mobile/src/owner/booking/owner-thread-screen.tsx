import { listBusinessBookings } from '@buy-locals/contracts/booking/operations'
import { isErasedCustomer, isReachable } from '@buy-locals/features/booking/is-erased-customer'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { useT } from '../../messages/mobile-i18n'
import { LoadingScreen } from '../../shell/loading-screen'
import { Failed } from '../../shell/screen-error'
import { Thread } from '../../thread/thread'
import { useBusiness } from '../use-business'
import { useBookingAndCustomer } from './use-booking-and-customer'

const lists = [listBusinessBookings]

/** What the customer and the business write to each other about a booking, as owners and staff read it. */
export function OwnerThreadScreen({ bookingId }: { bookingId: string }) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const { business } = useBusiness()
  const { booking: query, customer } = useBookingAndCustomer(bookingId)
  const { data: booking, error, refetch } = query
  if (!booking) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <LoadingScreen />
  if (customer && !isReachable(customer)) {
    const text = isErasedCustomer(customer)
      ? t('booking.customerErased')
      : tFeatures('refusal.byCode.booking/no-address')
    return (
      <Page>
        <EmptyState level={1} icon="message-circle" title={tFeatures('thread.title')} text={text} />
      </Page>
    )
  }
  return (
    <Thread
      booking={booking}
      side="business"
      name={customer?.name ?? ''}
      ownName={business.name}
      empty={tFeatures('thread.none')}
      lists={lists}
    />
  )
}
