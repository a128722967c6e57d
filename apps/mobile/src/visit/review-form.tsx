import { useState } from 'react'
import { useKept } from '@buy-locals/client/stored-text'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { readReview, writeReview } from '@buy-locals/contracts/review/operations'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { Button } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { StarsField } from '@buy-locals/ui/stars-field'
import { TextField } from '@buy-locals/ui/text-field'
import { ErrorNotice } from '../shell/error-notice'

/** What is chosen and typed stays on this device until it is published. */
export function ReviewForm({ bookingId }: { bookingId: Booking['id'] }) {
  const t = translatorForFeatures(useI18n())
  const [chosen, choose] = useKept(`stars ${bookingId}`)
  const [text = '', setText] = useKept(`review text ${bookingId}`)
  const [isMissing, setMissing] = useState(false)
  const stars = chosen ? Number(chosen) : undefined
  const { mutate, isPending, shownError } = useOperationMutation(writeReview, {
    invalidates: [readReview],
    inlineError: true,
    onSuccess: () => {
      choose('')
      setText('')
    },
  })
  function publish() {
    setMissing(!stars)
    const written = text.trim()
    if (stars) mutate({ input: { params: { bookingId }, body: { stars, ...(written && { text: written }) } } })
  }
  return (
    <Stack gap="xl">
      <StarsField
        label={t('ownBooking.reviewStars')}
        value={stars}
        error={isMissing && !stars ? t('ownBooking.reviewMissing') : undefined}
        onChange={(count) => choose(String(count))}
      />
      <TextField
        rows={4}
        optional
        maxLength={2000}
        label={t('ownBooking.reviewText')}
        hint={t('ownBooking.reviewHint')}
        value={text}
        onChange={setText}
      />
      <ErrorNotice error={shownError} />
      <Button wide large busy={isPending} label={t('ownBooking.reviewSend')} onPress={publish} />
    </Stack>
  )
}
