import { useState, type ReactNode } from 'react'
import type { BookingChoice, BookingOptions } from '@buy-locals/features/booking/load-options'
import { useChosenTime } from '@buy-locals/features/booking/use-chosen-time'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { TimeStep } from '@buy-locals/features/time-step'
import { Button } from '@buy-locals/ui/button'
import { feelSelection } from '../shell/haptics'
import { Screen } from '../shell/screen'
import { useDeviceZone } from './device-zone'

type TimesProps = {
  head: ReactNode
  options: BookingOptions
  isLoading: boolean
  /** What is chosen survives under this name. */
  keptAs: string
  keepsParty?: boolean
  holdNotice?: ReactNode
  onChoose: (changes: BookingChoice) => void
  onContinue: (start: string) => void
}

/** The times of a service, and the way on with one of them. */
export function Times({ head, options, isLoading, keptAs, onContinue, ...step }: TimesProps) {
  const t = translatorForFeatures(useI18n())
  const zone = useDeviceZone()
  const chosen = useChosenTime(options, keptAs)
  const chooseTime = (time: string) => {
    feelSelection()
    chosen.chooseTime(time)
  }
  const [isMissing, setMissing] = useState(false)
  function goOn() {
    setMissing(!chosen.time)
    if (chosen.time) onContinue(chosen.time)
  }
  return (
    <Screen
      action={chosen.day && <Button large wide label={t('book.continue')} iconAfter="arrow-right" onPress={goOn} />}
    >
      {head}
      <TimeStep
        options={options}
        chosen={{ ...chosen, chooseTime }}
        ownZone={zone}
        isLoading={isLoading}
        isMissing={isMissing}
        {...step}
      />
    </Screen>
  )
}
