import { useState } from 'react'
import type { BookingChoice, BookingOptions } from '@buy-locals/features/booking/load-options'
import { useChosenTime } from '@buy-locals/features/booking/use-chosen-time'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { TimeStep } from '@buy-locals/features/time-step'
import { Button } from '@buy-locals/ui/button'
import { Screen } from '../shell/screen'
import { BookHead } from './book-head'
import { deviceZone } from './device-zone'
import { OwnHold } from './own-hold'
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
      {(options, isLoading) => <Times options={options} isLoading={isLoading} {...on} />}
    </WithOptions>
  )
}

type TimesProps = Omit<TimeScreenProps, 'chosen'> & { options: BookingOptions; isLoading: boolean }

function Times({ options, isLoading, onChoose, onContinue }: TimesProps) {
  const t = translatorForFeatures(useI18n())
  const { service, isPaidOnline } = options
  const hold = useOwnHold(service.id, isPaidOnline)
  const time = useChosenTime(options, service.id)
  const [isMissing, setMissing] = useState(false)
  function goOn() {
    setMissing(!time.time)
    if (time.time) onContinue(time.time)
  }
  return (
    <Screen
      action={time.day && <Button large wide label={t('book.continue')} iconAfter="arrow-right" onPress={goOn} />}
    >
      <BookHead options={options} current={0} />
      <TimeStep
        options={options}
        chosen={time}
        ownZone={deviceZone()}
        isLoading={isLoading}
        isMissing={isMissing}
        holdNotice={hold && <OwnHold hold={hold} />}
        onChoose={onChoose}
      />
    </Screen>
  )
}
