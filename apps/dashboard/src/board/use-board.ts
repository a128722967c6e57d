import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { listBusinessBookings, listResources, listServices, listStaff } from '@buy-locals/contracts/booking/operations'
import { toSecond } from '@buy-locals/values/time'
import { useOperationQuery } from '../api/queries'
import { useKnownMe } from '../session/me'
import { useHere } from '../shell/here'
import { dateFrom, dateIn } from '../time/times'
import { useNow } from '../time/use-now'
import { useT } from '../messages/use-t'
import { boardDay } from './board-day'
import { columnsOf } from './columns'
import { entriesOf } from './entries'

/** While the line is down the board asks by itself. */
const everyMs = 10_000

/** The day that the address names, or today in the zone of the business. */
export function useDay() {
  const { business } = useHere()
  const now = useNow()
  const today = dateIn(toSecond(now), business.timeZone)
  const [search] = useSearchParams()
  const date = dateFrom(search.get('day')) ?? today
  return { date, today, now, isToday: date === today }
}

export function useBoard(date: string) {
  const t = useT()
  const { business, params, live } = useHere()
  const bookings = useOperationQuery(listBusinessBookings, { params, query: { from: date, to: date } }, live === 'open' ? {} : { everyMs }) // prettier-ignore
  const staff = useOperationQuery(listStaff, { params })
  const services = useOperationQuery(listServices, { params })
  const resources = useOperationQuery(listResources, { params })
  const { id: me } = useKnownMe()
  const [anyone, all] = [t('board.anyone'), t('board.all')]

  const day = useMemo(() => boardDay(date, business.timeZone), [date, business.timeZone])
  const entries = useMemo(
    () => bookings.data && services.data && entriesOf(bookings.data, { day, services: services.data.items }),
    [bookings.data, services.data, day],
  )
  const columns = useMemo(
    () =>
      entries &&
      staff.data &&
      columnsOf({
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
