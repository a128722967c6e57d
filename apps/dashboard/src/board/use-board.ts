import { toLocalDate } from '@buy-locals/features/time/dates'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { listBusinessBookings, listResources, listServices, listStaff } from '@buy-locals/contracts/booking/operations'
import { toSecond } from '@buy-locals/values/time'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useSignedIn } from '@buy-locals/client/me'
import { useCurrentBusiness } from '../shell/current-business'
import { parseDate } from '../time/times'
import { useNow } from '../time/use-times'
import { useT } from '../messages/use-t'
import { boardDay } from './board-day'
import { buildColumns } from './columns'
import { buildEntries } from './entries'

/** Without realtime the board is read again so often. */
export const pollEveryMs = 10_000

/** The day in the address, or today in the zone of the business. */
export function useDay() {
  const { business } = useCurrentBusiness()
  const now = useNow()
  const today = toLocalDate(toSecond(now), business.timeZone)
  const [search] = useSearchParams()
  const date = parseDate(search.get('day')) ?? today
  return { date, today, now, isToday: date === today }
}

export function useBoard(date: string) {
  const t = useT()
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
