import { addDays } from '@buy-locals/features/time/dates'
import { useMemo } from 'react'
import { listBusinessBookings, listResources, listServices, listStaff } from '@buy-locals/contracts/booking/operations'
import { pollEveryMs } from '@buy-locals/client/use-business-realtime'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useSignedIn } from '@buy-locals/client/me'
import { boardDay } from '@buy-locals/features/board/board-day'
import { buildColumns } from '@buy-locals/features/board/columns'
import { buildEntries } from '@buy-locals/features/board/entries'
import { useCurrentBusiness } from '../shell/current-business'
import { useT } from '../messages/use-t'

export const daysShown = 7

/** Seven days from a date on, each as the board shows it. */
export function useWeek(from: string) {
  const t = useT()
  const { business, params, realtime } = useCurrentBusiness()
  const { timeZone, hours } = business
  const query = { from, to: addDays(from, daysShown - 1) }
  const bookings = useOperationQuery(listBusinessBookings, { params, query }, realtime === 'open' ? {} : { everyMs: pollEveryMs }) // prettier-ignore
  const staff = useOperationQuery(listStaff, { params })
  const services = useOperationQuery(listServices, { params })
  const resources = useOperationQuery(listResources, { params })
  const { id: me } = useSignedIn()
  const [anyone, all] = [t('board.anyone'), t('board.all')]

  const days = useMemo(() => {
    const [board, people] = [bookings.data, staff.data]
    if (!board || !people || !services.data) return undefined
    const offered = services.data.items
    return Array.from({ length: daysShown }, (_, at) => {
      const day = boardDay(addDays(from, at), timeZone)
      const entries = buildEntries(board, { day, services: offered })
      const { openSpans } = day
      const of = { staff: people.items, resources: resources.data?.items ?? [], hours, openSpans, anyone, all }
      return { day, columns: buildColumns({ me, entries, ...of }) }
    })
  }, [from, timeZone, hours, bookings.data, staff.data, services.data, resources.data, me, anyone, all])
  return { failed: [bookings, staff, services].find(({ error, data }) => error && !data), days }
}

export type WeekDay = NonNullable<ReturnType<typeof useWeek>['days']>[number]
