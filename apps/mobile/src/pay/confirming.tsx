import { useEffect, useState } from 'react'
import { usualSeconds } from '@buy-locals/features/booking/payment-outcome'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Notice } from '@buy-locals/ui/notice'
import { Progress } from '@buy-locals/ui/progress'
import { Stack } from '@buy-locals/ui/stack'

/** The money is on its way; the booking is confirmed as soon as the payment provider has told the server. */
export function Confirming() {
  const t = translatorForFeatures(useI18n())
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const waiting = setTimeout(() => setSlow(true), usualSeconds * 1_000)
    return () => clearTimeout(waiting)
  }, [])
  return (
    <Stack>
      <Progress label={t('pay.confirming')} />
      {isSlow && <Notice tone="pending" title={t('pay.slow')} />}
    </Stack>
  )
}
