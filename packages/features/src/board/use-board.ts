import { useMemo } from 'react'
import { useCurrentBusiness } from '@buy-locals/client/current-business'
import { useSignedIn } from '@buy-locals/client/me'
import { pollEveryMs } from '@buy-locals/client/use-business-realtime'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { listBusinessBookings, listResources, listServices, listStaff } from '@buy-locals/contracts/booking/operations'
import { boardDay } from './board-day'
import { buildColumns } from './columns'
import { buildEntries } from './entries'
import type { TranslateBoard } from './entry-text'

/** The bookings of a day of the business whose screens are open, kept up to date. */
export function useBoard(t: TranslateBoard, date: string) {
  const { business, params, realtime } = useCurrentBusiness()
  const bookings = useOperationQuery(listBusinessBookings, { params, query: { from: date, to: date } }, realtime === 'open' ? {} : { everyMs: pollEveryMs }) // prettier-ignore
  const staff = useOperationQuery(listStaff, { params })
  const services = useOperationQuery(listServices, { params })
  const resources = useOperationQuery(listResources, { params })
  const { id: me } = useSignedIn()
  const [anyone, all] = [t('board.anyone'), t('board.all')]

  const day = useMemo(() => boardDay(date, business.timeZone), [date, business.timeZone])
  const entries = useMemo(
    () => bookings.data && services.data && buildEntries(bookings.data, { day, services: services.data.items }),
    [bookings.data, services.data, day],
  )
  const columns = useMemo(
    () =>
      entries &&
      staff.data &&
      buildColumns({
        me,
        entries,
        staff: staff.data.items,
        resources: resources.data?.items ?? [],
        hours: business.hours,
        openSpans: day.openSpans,
        anyone,
        all,
      }),
    [me, entries, staff.data, resources.data, business.hours, day, anyone, all],
  )
  return { bookings, staff, services, day, entries, columns }
}
