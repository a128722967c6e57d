import { cancelBooking } from '@buy-locals/contracts/booking/operations'
import type { Expect } from '../report.ts'
import type { InternalApi } from '../server-inside.ts'
import { confirmAtStripe } from '../stripe.ts'
import type { Town } from '../town.ts'
import { payBooking } from '@buy-locals/contracts/payment/operations'
import { becomes, hold, tomorrow } from './day.ts'
import { refunded } from './late-payments.ts'

/** Facts between services take five seconds: whoever is too fast is asked to come again, and nothing else changes. */
export async function slowBus({ running }: InternalApi, town: Town, expect: Expect): Promise<void> {
  const { quick } = town.services
  const start = tomorrow(await town.freeStarts(quick))
  running.bus.delayBy(5_000)
  const booked = await hold(town, 'on a slow day', quick, start)
  const { person, bookingId } = booked
  const first = await fetch(`${town.url}/v1/bookings/${bookingId}/payment`, {
    method: 'POST',
    headers: { ...person.headers(), 'idempotency-key': 'impatient' },
  })
  const { code } = (await first.json()) as { code?: string }
  expect(first.status === 503 && code === 'not-yet', `paying at once answered ${first.status} ${code}`)
  expect(Number(first.headers.get('retry-after')) >= 1, 'not-yet does not say when to come again')
  const ready = await person.call(payBooking, { params: { bookingId } }, { idempotencyKey: 'impatient' })
  expect((await confirmAtStripe(town.stripe, ready)) === 'succeeded', 'the card was not charged')
  expect(await becomes(booked, 'confirmed'), 'a slow day left a paid booking unconfirmed')
  running.bus.delayBy(0)
  const { refundShare } = await person.call(cancelBooking, { params: { bookingId }, body: {} })
  await running.drain()
  const due = (4_000 * (refundShare ?? 0)) / 10_000
  const given = await refunded(booked, town, 10_000)
  expect(given === due, `on a slow day ${given} was given back, not ${due}`)
}
