import { router, useLocalSearchParams, type Href } from 'expo-router'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { instant } from '@buy-locals/values/time'
import { DetailsScreen } from '../../../../book/details-screen'
import { TimeScreen } from '../../../../book/time-screen'
import { showBooking } from '../../../../shell/show-booking'

export { ScreenError as ErrorBoundary } from '../../../../shell/screen-error'

type Params = { slug: string; serviceId: string; staff?: string; people?: string; from?: string; at?: string }

/** What is paid online is paid now; what is not is booked. */
function goOn({ id, status }: Booking) {
  if (status === 'held') router.push(`/bookings/${id}/pay` as Href)
  else showBooking(id, 'new')
}

/** The choices stand in the address, as on the site; with a time in it, this is the step after. */
export default function Book() {
  const { slug, serviceId, staff, people, from, ...params } = useLocalSearchParams<Params>()
  const at = instant.safeParse(params.at).data
  const chosen = { slug, serviceId, choice: { staff, people, from } }
  if (at) {
    return (
      <DetailsScreen chosen={chosen} start={at} onChoose={(start) => router.setParams({ at: start })} onBooked={goOn} />
    )
  }
  const address = { pathname: '/b/[slug]/book/[serviceId]', params: { slug, serviceId, staff, people, from } }
  return (
    <TimeScreen
      chosen={chosen}
      onChoose={(changes) => router.setParams(changes as Record<string, string>)}
      onContinue={(start) => router.push({ ...address, params: { ...address.params, at: start } } as Href)}
    />
  )
}
