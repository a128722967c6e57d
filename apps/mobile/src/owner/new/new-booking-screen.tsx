import { useNow } from '@buy-locals/client/use-now'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { listServices, listStaff } from '@buy-locals/contracts/booking/operations'
import { isDate, toLocalDate } from '@buy-locals/features/time/dates'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { useT } from '../../messages/mobile-i18n'
import { LoadingScreen } from '../../shell/loading-screen'
import { Failed } from '../../shell/screen-error'
import { useBusiness } from '../use-business'
import { NewBookingForm } from './new-booking-form'

type NewBookingProps = {
  /** The day and the time that were pressed on the board, and whose. */
  day: string | undefined
  time: string | undefined
  staffId: string | undefined
  onBooked: () => void
}

/** A booking on the phone or at the counter. */
export function NewBookingScreen({ day = '', time = '', staffId = '', onBooked }: NewBookingProps) {
  const t = useT()
  const { business, params } = useBusiness()
  const services = useOperationQuery(listServices, { params })
  const staff = useOperationQuery(listStaff, { params })
  const today = toLocalDate(useNow(), business.timeZone)
  const failed = [services, staff].find(({ data, error }) => error && !data)
  if (failed) return <Failed error={failed.error} onRetry={() => void failed.refetch()} />
  if (!services.data || !staff.data) return <LoadingScreen />
  const bookable = services.data.items.filter(({ active }) => active)
  if (bookable.length === 0)
    return (
      <Page>
        <EmptyState level={1} icon="tag" title={t('booking.noServices')} text={t('business.dashboardText')} />
      </Page>
    )
  return (
    <NewBookingForm
      services={bookable}
      staff={staff.data.items.filter(({ active }) => active)}
      today={today}
      first={{ day: isDate(day) && day > today ? day : today, time, staffId }}
      onBooked={onBooked}
    />
  )
}
