import { useState } from 'react'
import { readBooking } from '@buy-locals/contracts/booking/operations'
import { decideProblem } from '@buy-locals/contracts/booking/problem-operations'
import { BookingStatus } from '@buy-locals/features/booking-status'
import { Button } from '@buy-locals/ui/button'
import { ChoiceField } from '@buy-locals/ui/choice-field'
import { Notice } from '@buy-locals/ui/notice'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { useOrder } from '../ask/use-order'
import { BookingHistory } from '../booking/booking-history'
import { BookingMoney } from '../booking/booking-money'
import { BookingPolicy } from '../booking/booking-policy'
import type { KnownBooking } from '../booking/known-booking'
import { PercentField } from '../forms/percent-field'
import { Section } from '../forms/section'
import { useTimes } from '../time/use-times'
import { useSay } from '../words/say'

const everything = 10_000

export function ProblemCard({ booking }: { booking: KnownBooking }) {
  const say = useSay()
  const { moment } = useTimes(booking.timeZone)
  return (
    <Section title={booking.serviceName}>
      <Row justify="between" wrap>
        <Text weight="strong">{moment(booking.start)}</Text>
        <BookingStatus status={booking.status} />
      </Row>
      <BookingMoney booking={booking} />
      <BookingPolicy booking={booking} />
      <BookingHistory booking={booking} />
      {!booking.problemReportedAt && <Notice tone="told" title={say('operator.noProblem')} />}
      {booking.problemDecision && <Notice tone="good" title={say('operator.decided')} />}
      {booking.problemReportedAt && !booking.problemDecision && <Decision booking={booking} />}
    </Section>
  )
}

function Decision({ booking }: { booking: KnownBooking }) {
  const say = useSay()
  const [outcome, setOutcome] = useState<'released' | 'refunded'>('released')
  const [refundShare, setShare] = useState<number | undefined>(everything)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const decide = useOrder(decideProblem, { changes: [readBooking], said: say('operator.decideDone') })
  function press() {
    setMissing(!reason.trim())
    if (!reason.trim()) return
    const body = { outcome, reason, refundShare: refundShare ?? everything }
    decide.mutate({ input: { params: { bookingId: booking.id }, body } })
  }
  return (
    <Stack gap="lg">
      <ChoiceField
        label={say('operator.outcome')}
        value={outcome}
        onChange={(next) => setOutcome(next as typeof outcome)}
        options={[
          { value: 'released', label: say('operator.released'), detail: say('operator.releasedDetail') },
          { value: 'refunded', label: say('operator.refunded'), detail: say('operator.refundedDetail') },
        ]}
      />
      {outcome === 'refunded' && <PercentField label={say('operator.share')} value={refundShare} onChange={setShare} />}
      <TextField
        rows={3}
        maxLength={500}
        label={say('operator.reason')}
        error={missing ? say('forms.missing') : undefined}
        value={reason}
        onChange={setReason}
      />
      <Button label={say('operator.decide')} busy={decide.isPending} onPress={press} />
    </Stack>
  )
}
