import { cancelBooking } from '@buy-locals/contracts/booking/operations'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { useToast } from '@buy-locals/ui/toast'
import type { Id } from '@buy-locals/values/ids'
import { callApi } from '../api/call-api'
import { useSend } from '../api/use-send'

/** A time that is held and not paid is free again for everybody. */
export function useReleaseHold(bookingId: Id<'booking'>, onReleased: () => void) {
  const t = translatorForFeatures(useI18n())
  const showToast = useToast()
  const { send, isBusy, error } = useSend(() => {
    showToast({ tone: 'success', text: t('book.released') })
    onReleased()
  })
  const release = () => void send(() => callApi(cancelBooking, { params: { bookingId }, body: {} }))
  return { release, isBusy, error }
}
