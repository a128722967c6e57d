import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { writeReview } from '@buy-locals/contracts/review/operations'
import type { Id } from '@buy-locals/values/ids'
import { Button } from '@buy-locals/ui/button'
import { StarsField } from '@buy-locals/ui/stars-field'
import { TextField } from '@buy-locals/ui/text-field'
import { Refused } from '../account/refused'
import { useSend } from '../account/use-send'
import { call } from '../api'
import { useT } from '../messages/site-i18n'
import { Form, type FormValues } from '../site/form'

export function ReviewForm({ bookingId }: { bookingId: Id<'booking'> }) {
  const t = useT()
  const { revalidate } = useRevalidator()
  const [stars, setStars] = useState<number>()
  const [isMissing, setMissing] = useState(false)
  const { send, isBusy, error } = useSend(() => void revalidate())

  function submit({ get }: FormValues) {
    setMissing(!stars)
    if (!stars) return
    const text = get('text').trim()
    void send(() => call(writeReview, { params: { bookingId }, body: { stars, ...(text && { text }) } }))
  }
  return (
    <Form onSubmit={submit}>
      <StarsField
        label={t('booking.reviewStars')}
        name="stars"
        value={stars}
        onChange={setStars}
        error={isMissing && !stars ? t('booking.reviewMissing') : undefined}
      />
      <TextField
        rows={4}
        optional
        maxLength={2000}
        name="text"
        label={t('booking.reviewText')}
        hint={t('booking.reviewHint')}
      />
      <Refused error={error} />
      <Button submit large busy={isBusy} label={t('booking.reviewSend')} />
    </Form>
  )
}
