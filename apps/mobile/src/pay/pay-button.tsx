import { useQueryClient } from '@tanstack/react-query'
import { invalidate } from '@buy-locals/client/operation-query'
import { readBooking } from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { amountDue } from '@buy-locals/features/booking/status'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { format } from '@buy-locals/values/money'
import { ErrorNotice } from '../shell/error-notice'

type PayButtonProps = {
  booking: Booking
  declined: string | undefined
  error: unknown
  isBusy: boolean
  onPress: () => void
}

/** What is paid by pressing it, and above it why that did not work. */
export function PayButton({ booking, declined, error, isBusy, onPress }: PayButtonProps) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const queryClient = useQueryClient()
  return (
    <>
      <ErrorNotice error={error} onReload={() => void invalidate(queryClient, [readBooking])} />
      {declined && <Notice tone="danger" title={declined} text={t('pay.notCharged')} />}
      <Button
        large
        wide
        icon="lock"
        busy={isBusy}
        label={t('pay.pay', { amount: format(amountDue(booking), i18n.locale) })}
        onPress={onPress}
      />
    </>
  )
}
