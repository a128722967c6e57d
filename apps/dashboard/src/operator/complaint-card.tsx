import { useState } from 'react'
import { decideComplaint, listComplaints } from '@buy-locals/contracts/booking/operations'
import { complaintDays } from '@buy-locals/contracts/booking/shapes'
import { addMinutes } from '@buy-locals/features/time/dates'
import type { Output } from '@buy-locals/contracts/operation'
import type { Id } from '@buy-locals/values/ids'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { ChoiceField } from '@buy-locals/ui/choice-field'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { share, type Money } from '@buy-locals/values/money'
import { toSecond } from '@buy-locals/values/time'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { amountPaidOnline, toRefundShare } from '@buy-locals/features/booking/business-booking'
import { useTimes } from '@buy-locals/features/time/use-times'
import { BookingDetails } from '../booking/booking-details'
import { BookingHistory } from '../booking/booking-history'
import { BookingMoney } from '../booking/booking-money'
import { CancelButton } from '../forms/cancel-button'
import { MoneyField } from '../forms/quantity-fields'
import { Section } from '../forms/edit-form'
import { useNow } from '../time/use-now'
import { useFormatMoney, useT } from '../messages/use-t'

type Complaint = Output<typeof listComplaints>['items'][number]

const fullRefund = 10_000

/** What was booked, what the customer complains of, and the decision. */
export function ComplaintCard({ complaint }: { complaint: Complaint }) {
  const t = useT()
  const formatMoney = useFormatMoney()
  const { formatMoment } = useTimes(complaint.timeZone)
  const { id, businessName, serviceName, start, customer, complaintText, complaintReply, complainedAt, offeredShare } =
    complaint
  return (
    <Section title={t('operator.complaintTitle', { service: serviceName, business: businessName })}>
      <Text weight="strong">{formatMoment(start)}</Text>
      <Card sunken>
        <Stack gap="xs">
          <Text size="small" weight="strong">
            {t('operator.complaintOf', { name: customer.name })}
          </Text>
          <Text>{complaintText}</Text>
        </Stack>
      </Card>
      {complaintReply && (
        <Card sunken>
          <Stack gap="xs">
            <Text size="small" weight="strong">
              {t('operator.replyOf', { business: businessName })}
            </Text>
            <Text>{complaintReply}</Text>
            {offeredShare !== undefined && (
              <Text weight="medium">
                {t('operator.offered', { amount: formatMoney(share(amountPaidOnline(complaint), offeredShare)) })}
              </Text>
            )}
          </Stack>
        </Card>
      )}
      {complainedAt && (
        <Deadlines since={complainedAt} isReplied={complaintReply !== undefined} timeZone={complaint.timeZone} />
      )}
      <BookingDetails booking={complaint} customer={customer} />
      <BookingMoney booking={complaint} />
      <BookingHistory booking={complaint} />
      <Decision
        bookingId={id}
        paid={amountPaidOnline(complaint)}
        name={t('operator.decideName', { name: customer.name, service: serviceName })}
      />
    </Section>
  )
}

type DeadlinesProps = { since: string; isReplied: boolean; timeZone: string }

/** Until when the business may reply, unless it has, and the operator decides. */
function Deadlines({ since, isReplied, timeZone }: DeadlinesProps) {
  const t = useT()
  const { formatMoment } = useTimes(timeZone)
  const now = toSecond(useNow())
  const after = (days: number) => addMinutes(since, days * 24 * 60)
  const values = { reply: formatMoment(after(complaintDays.reply)), when: formatMoment(after(complaintDays.decision)) }
  if (after(complaintDays.decision) <= now)
    return (
      <Text size="small" weight="strong" tone="danger">
        {t('operator.decisionOverdue', values)}
      </Text>
    )
  const isReplyDue = !isReplied && now < after(complaintDays.reply)
  return (
    <Text size="small" tone="quiet">
      {t(isReplyDue ? 'operator.waitAndDecide' : 'operator.decideBy', values)}
    </Text>
  )
}

type DecisionProps = { bookingId: Id<'booking'>; paid: Money; name: string }

function Decision({ name, ...terms }: DecisionProps) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  if (!isOpen) return <Button label={t('operator.decide')} name={name} onPress={() => setOpen(true)} />
  return <DecisionForm {...terms} onCancel={() => setOpen(false)} />
}

type DecisionFormProps = Omit<DecisionProps, 'name'> & { onCancel: () => void }

/** Where nothing was paid online there is nothing to refund: the decision says who is right. */
function DecisionForm({ bookingId, paid, onCancel }: DecisionFormProps) {
  const t = useT()
  const formatMoney = useFormatMoney()
  const [outcome, setOutcome] = useState<'released' | 'refunded'>('released')
  const [amount, setAmount] = useState<Money | undefined>(paid)
  const [reason, setReason] = useState('')
  const [isChecked, setChecked] = useState(false)
  const decide = useOperationMutation(decideComplaint, {
    invalidates: [listComplaints],
    successText: t('operator.decideDone'),
  })
  const isChanged = outcome !== 'released' || amount?.amount !== paid.amount || reason.trim() !== ''
  const isPaid = paid.amount > 0
  const isRefund = isPaid && outcome === 'refunded'
  const refundShare = isRefund ? amount && toRefundShare(amount, paid) : fullRefund
  const amountError =
    !refundShare || refundShare < 0
      ? t('field.amount')
      : refundShare > fullRefund
        ? t('booking.refundTooMuch', { amount: formatMoney(paid) })
        : undefined
  const reasonError = reason.trim() ? undefined : t('field.noReason')
  function submit() {
    setChecked(true)
    if (amountError || reasonError || !refundShare) return
    decide.mutate({ input: { params: { bookingId }, body: { outcome, reason, refundShare } } })
  }
  const does = isPaid ? (isRefund ? 'booking.refund' : 'operator.released') : 'operator.decide'
  return (
    <Stack gap="lg">
      <ChoiceField
        label={t(isPaid ? 'operator.outcome' : 'operator.outcomeUnpaid')}
        value={outcome}
        onChange={(next) => setOutcome(next as typeof outcome)}
        options={
          isPaid
            ? [
                { value: 'released', label: t('operator.released'), detail: t('operator.releasedDetail') },
                { value: 'refunded', label: t('operator.refunded'), detail: t('operator.refundedDetail') },
              ]
            : [
                { value: 'released', label: t('operator.releasedUnpaid') },
                { value: 'refunded', label: t('operator.refundedUnpaid') },
              ]
        }
      />
      {isRefund && (
        <MoneyField
          label={t('booking.refundAmount')}
          hint={t('operator.refundHint', { amount: formatMoney(paid) })}
          currency={paid.currency}
          error={isChecked ? amountError : undefined}
          value={amount}
          onChange={setAmount}
        />
      )}
      <TextField
        rows={3}
        maxLength={500}
        label={t('operator.reason')}
        hint={t('operator.decideHint')}
        error={isChecked ? reasonError : undefined}
        value={reason}
        onChange={setReason}
      />
      <Buttons>
        <Button
          label={
            isRefund && refundShare && !amountError
              ? t('booking.refundDo', { amount: formatMoney(share(paid, refundShare)) })
              : t(does)
          }
          busy={decide.isPending}
          onPress={submit}
        />
        <CancelButton isChanged={isChanged && !decide.isPending && !decide.isSuccess} onCancel={onCancel} />
      </Buttons>
    </Stack>
  )
}
