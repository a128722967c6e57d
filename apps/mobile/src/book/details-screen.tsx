import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { isHeldFor } from '@buy-locals/features/booking/booking-request'
import type { BookingOptions } from '@buy-locals/features/booking/load-options'
import { BookingSummary } from '@buy-locals/features/booking-summary'
import { useReader } from '../session/use-reader'
import { LoadingScreen } from '../shell/loading-screen'
import { Screen } from '../shell/screen'
import { BookForm } from './book-form'
import { BookHead } from './book-head'
import { OwnHold } from './own-hold'
import type { Chosen } from './use-booking-options'
import { useOwnHold } from './use-own-hold'
import { WithOptions } from './with-options'

type DetailsScreenProps = {
  chosen: Chosen
  start: string
  /** Another time in the place of this one. */
  onChoose: (start: string) => void
  onBooked: (booking: Booking) => void
}

/** Who books, and all of it once more before it is booked. */
export function DetailsScreen({ chosen, ...props }: DetailsScreenProps) {
  return <WithOptions chosen={chosen}>{(options) => <Details options={options} {...props} />}</WithOptions>
}

type DetailsProps = Omit<DetailsScreenProps, 'chosen'> & { options: BookingOptions }

function Details({ options, start, ...on }: DetailsProps) {
  const { me, isPending } = useReader()
  const hold = useOwnHold(options.service.id, options.isPaidOnline)
  if (isPending) return <LoadingScreen />
  // What a guest holds is not released for another time: the server does not know that it is the same guest.
  if (hold && (!me || isHeldFor(hold, options, start))) {
    return (
      <Screen>
        <BookHead options={options} current={1} />
        <OwnHold hold={hold} />
        <BookingSummary isFinal options={options} start={hold.start} />
      </Screen>
    )
  }
  return <BookForm options={options} start={start} name={me?.name} replaced={hold} {...on} />
}
