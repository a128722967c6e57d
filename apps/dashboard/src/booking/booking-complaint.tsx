import { useEffect, useState } from 'react'
import { replyToComplaint } from '@buy-locals/contracts/booking/operations'
import { Button } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { Status } from '@buy-locals/ui/live'
import { Notice } from '@buy-locals/ui/notice'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { Title } from '@buy-locals/ui/title'
import { share, type Money } from '@buy-locals/values/money'
import { useI18n } from '@buy-locals/features/i18n'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { useTimes } from '@buy-locals/features/time/use-times'
import {
  amountPaidOnline,
  queriesOfBooking,
  toRefundShare,
  type Booking,
} from '@buy-locals/features/booking/business-booking'
import { ErrorNotice } from '../shell/error-notice'
import { MoneyField } from '../forms/quantity-fields'
import { useCurrentBusiness } from '../shell/current-business'
import { useFormatMoney, useT } from '../messages/use-t'
import { decisionText } from './decision-text'

type ComplaintProps = {
  booking: Booking
  /** Whether a reply is written down, which would be lost. */
  onType: (hasTyped: boolean) => void
}

/** What the customer reports, and the answer: a refund that they accept ends it. */
export function BookingComplaint({ booking, onType }: ComplaintProps) {
  const t = useT()
  const { may } = useCurrentBusiness()
  const formatMoney = useFormatMoney()
  const { locale } = useI18n()
  const { formatMoment } = useTimes(booking.timeZone)
  const { complaint, offeredShare } = booking
  if (!complaint) return null
  const decision = decisionText(booking, t, locale)
  const offered = offeredShare === undefined ? undefined : share(amountPaidOnline(booking), offeredShare)
  return (
    <Stack gap="md">
      <Title level={3} size="body">
        {t('booking.complaint')}
      </Title>
      <Card sunken>
        <Stack gap="md">
          {complaint.text && <Text>{complaint.text}</Text>}
          {complaint.reply && <Text>{t('booking.replied', { text: complaint.reply })}</Text>}
          {offered && (
            <Text weight={decision ? 'regular' : 'strong'}>
              {t(decision ? 'booking.offeredBefore' : 'booking.offered', { amount: formatMoney(offered) })}
            </Text>
          )}
          {decision && <Text weight="strong">{decision}</Text>}
          {!decision && (
            <Text size="small" tone="quiet">
              {t('booking.decideBy', { when: formatMoment(complaint.decideBy) })}
            </Text>
          )}
        </Stack>
      </Card>
      {!decision && may('manager') && (
        <ReplyForm key={complaint.repliedAt} booking={booking} offered={offered} onType={onType} />
      )}
    </Stack>
  )
}

/** Another reply takes the place of the one before, its refund included: it begins with what was sent. */
function ReplyForm({ booking, offered, onType }: ComplaintProps & { offered: Money | undefined }) {
  const t = useT()
  const formatMoney = useFormatMoney()
  const sent = booking.complaint?.reply ?? ''
  const [text, setText] = useState(sent)
  const [proposed, setProposed] = useState(offered)
  const [errors, setErrors] = useState<{ text?: string; proposed?: string }>({})
  const paid = amountPaidOnline(booking)
  const reply = useOperationMutation(replyToComplaint, {
    inlineError: true,
    invalidates: queriesOfBooking,
    successText: t('booking.replyDone'),
  })
  const isSent = reply.isPending || reply.isSuccess
  const hasTyped = !isSent && (text !== sent || proposed?.amount !== offered?.amount)
  const withdrawn = proposed?.amount ? undefined : offered
  useEffect(() => {
    onType(hasTyped)
    return () => onType(false)
  }, [hasTyped, onType])
  function submit() {
    const isNone = proposed !== undefined && !(proposed.amount >= 0)
    const isTooMuch = proposed !== undefined && proposed.amount > paid.amount
    const found = {
      ...(!text.trim() && { text: t('reviews.noReply') }),
      ...(isNone && { proposed: t('field.amount') }),
      ...(isTooMuch && { proposed: t('booking.refundTooMuch', { amount: formatMoney(paid) }) }),
    }
    setErrors(found)
    if (Object.keys(found).length > 0) return
    const share = proposed && paid.amount > 0 ? toRefundShare(proposed, paid) : 0
    const body = { text: text.trim(), ...(share > 0 && { offeredShare: share }) }
    reply.mutate({ input: { params: { bookingId: booking.id }, body } })
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Stack gap="md">
        <TextField
          rows={3}
          maxLength={1000}
          label={t('booking.reply')}
          hint={t('booking.replyHint')}
          value={text}
          error={errors.text}
          onChange={setText}
        />
        {paid.amount > 0 && (
          <MoneyField
            label={t('booking.refundToPropose')}
            hint={t('booking.refundHint', { amount: formatMoney(paid) })}
            currency={paid.currency}
            value={proposed}
            error={errors.proposed}
            onChange={setProposed}
          />
        )}
        <Status>
          {withdrawn && (
            <Notice tone="pending" title={t('booking.replyWithdraws', { amount: formatMoney(withdrawn) })} />
          )}
        </Status>
        <ErrorNotice error={reply.shownError} />
        <span>
          <Button submit label={t('booking.replySend')} busy={reply.isPending} />
        </span>
      </Stack>
    </form>
  )
}
