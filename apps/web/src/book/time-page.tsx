import { useState } from 'react'
import { useNavigate, useNavigation, useSearchParams } from 'react-router'
import type { BookingChoice } from '@buy-locals/features/booking/load-options'
import type { ChosenTime } from '@buy-locals/features/booking/use-chosen-time'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { TimeStep } from '@buy-locals/features/time-step'
import { Button } from '@buy-locals/ui/button'
import { ActionBar } from '@buy-locals/ui/layout'
import { Stack } from '@buy-locals/ui/stack'
import { useBrowserTimeZone } from '../site/browser-only'
import type { BookingOptions } from './load-options'
import { OwnHold } from './own-hold'

type TimePageProps = { options: BookingOptions; chosen: ChosenTime; keepsParty?: boolean }

/** The step at which a time is chosen; every choice stands in the address. */
export function TimePage({ options, chosen, keepsParty = false }: TimePageProps) {
  const t = translatorForFeatures(useI18n())
  const navigate = useNavigate()
  const { state } = useNavigation()
  const [params] = useSearchParams()
  const ownZone = useBrowserTimeZone()
  const [isMissing, setMissing] = useState(false)

  function changeSearch(changes: BookingChoice & { at?: string }, keepsPlace = true) {
    const next = new URLSearchParams(params)
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined) next.delete(name)
      else next.set(name, value)
    }
    void navigate(`?${next.toString()}`, { preventScrollReset: keepsPlace, replace: keepsPlace })
  }
  function goOn() {
    setMissing(!chosen.time)
    if (chosen.time) changeSearch({ at: chosen.time }, false)
  }
  return (
    <Stack gap="xl">
      <TimeStep
        options={options}
        chosen={chosen}
        ownZone={ownZone}
        isLoading={state === 'loading'}
        isMissing={isMissing}
        keepsParty={keepsParty}
        holdNotice={options.ownHold && <OwnHold hold={options.ownHold} />}
        onChoose={changeSearch}
      />
      {chosen.day && (
        <ActionBar>
          <Button large wide label={t('book.continue')} iconAfter="arrow-right" onPress={goOn} />
        </ActionBar>
      )}
    </Stack>
  )
}
