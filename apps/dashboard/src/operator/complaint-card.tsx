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
import { useOperationMutation } from '../api/use-operation-mutation'
import { BookingDetails } from '../booking/booking-details'
import { BookingHistory } from '../booking/booking-history'
import { amountPaidOnline } from '../booking/booking'
import { BookingMoney } from '../booking/booking-money'
import { PercentField } from '../forms/quantity-fields'
import { Section } from '../forms/edit-form'
import { useTimes } from '../time/use-times'
import { useT } from '../messages/use-t'

type Complaint = Output<typeof listComplaints>['items'][number]

const fullRefund = 10_000

/** What was booked, what the customer complains of, and the decision. */
export function ComplaintCard({ complaint }: { complaint: Complaint }) {
  const t = useT()
  const { formatMoment } = useTimes(complaint.timeZone)
  const { id, businessName, serviceName, start, customer, complaintText, complaintReply, complainedAt } = complaint
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
          </Stack>
        </Card>
      )}
      {complainedAt && (
        <Text size="small" tone="quiet">
          {t('operator.decideBy', {
            reply: formatMoment(addMinutes(complainedAt, complaintDays.reply * 1440)),
            when: formatMoment(addMinutes(complainedAt, complaintDays.decision * 1440)),
          })}
        </Text>
      )}
      <BookingDetails booking={complaint} customer={customer} />
      <BookingMoney booking={complaint} />
      <BookingHistory booking={complaint} />
      <Decision
        bookingId={id}
        isPaid={amountPaidOnline(complaint).amount > 0}
        name={t('operator.decideName', { name: customer.name, service: serviceName })}
      />
    </Section>
  )
}

type DecisionProps = { bookingId: Id<'booking'>; isPaid: boolean; name: string }

/** Where nothing was paid online there is nothing to refund: the decision says who is right. */
function Decision({ bookingId, isPaid, name }: DecisionProps) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  const [outcome, setOutcome] = useState<'released' | 'refunded'>('released')
  const [refundShare, setShare] = useState<number | undefined>(fullRefund)
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const decide = useOperationMutation(decideComplaint, {
    invalidates: [listComplaints],
    successText: t('operator.decideDone'),
  })
  if (!isOpen) return <Button label={t('operator.decide')} name={name} onPress={() => setOpen(true)} />
  const isShareMissing = isPaid && outcome === 'refunded' && !Number.isFinite(refundShare)
  function submit() {
    setMissing(!reason.trim())
    if (!reason.trim() || isShareMissing) return
    const body = { outcome, reason, refundShare: outcome === 'refunded' ? (refundShare ?? fullRefund) : fullRefund }
    decide.mutate({ input: { params: { bookingId }, body } })
  }
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
      {isPaid && outcome === 'refunded' && (
        <PercentField
          label={t('operator.share')}
          error={isShareMissing ? t('forms.noNumber') : undefined}
          value={refundShare}
          onChange={setShare}
        />
      )}
      <TextField
        rows={3}
        maxLength={500}
        label={t('operator.reason')}
        hint={t('operator.decideHint')}
        error={isMissing ? t('forms.noReason') : undefined}
        value={reason}
        onChange={setReason}
      />
      <Buttons>
        <Button label={t('operator.decide')} name={name} busy={decide.isPending} onPress={submit} />
        <Button tone="quiet" label={t('forms.cancel')} onPress={() => setOpen(false)} />
      </Buttons>
    </Stack>
  )
}
