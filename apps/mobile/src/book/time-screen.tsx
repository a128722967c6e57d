import type { BookingChoice, BookingOptions } from '@buy-locals/features/booking/load-options'
import { BookHead } from './book-head'
import { OwnHold } from './own-hold'
import { Times } from './times'
import type { Chosen } from './use-booking-options'
import { useOwnHold } from './use-own-hold'
import { WithOptions } from './with-options'

type TimeScreenProps = {
  chosen: Chosen
  onChoose: (changes: BookingChoice) => void
  onContinue: (start: string) => void
}

/** With whom, on which day, at what time. */
export function TimeScreen({ chosen, ...on }: TimeScreenProps) {
  return (
    <WithOptions chosen={chosen}>
      {(options, isLoading) => <TimesToBook options={options} isLoading={isLoading} {...on} />}
    </WithOptions>
  )
}

type TimesToBookProps = Omit<TimeScreenProps, 'chosen'> & { options: BookingOptions; isLoading: boolean }

function TimesToBook({ options, ...rest }: TimesToBookProps) {
  const { service, isPaidOnline } = options
  const hold = useOwnHold(service.id, isPaidOnline)
  return (
    <Times
      head={<BookHead options={options} current={0} />}
      options={options}
      keptAs={service.id}
      holdNotice={hold && <OwnHold hold={hold} />}
      {...rest}
    />
  )
}
