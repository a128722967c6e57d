import { setTimeout } from 'node:timers/promises'
import * as booking from '@buy-locals/contracts/booking/operations'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import { payBooking } from '@buy-locals/contracts/payment/operations'
import type { Id } from '@buy-locals/values/ids'
import { advance } from '../clock.ts'
import { newConsumer, type Person } from '../person.ts'
import { confirmAtStripe } from '../stripe.ts'
import type { Town } from '../town.ts'

export type Booked = { person: Person; bookingId: Id<'booking'>; start: string }

/** What Stripe's letters do is waited for; `wake` is for a day on which none come. */
type Day = { town: Town; wake?: () => Promise<void> }

/** By its label the same booking is found again in another town. */
export async function hold(town: Town, label: string, service: Service, start: string): Promise<Booked> {
  const person = await newConsumer(town.url)
  const body = { businessId: town.businessId, serviceId: service.id, start, note: label }
  const { id: bookingId } = await person.call(booking.book, { body })
  return { person, bookingId, start }
}

export async function pay({ stripe }: Town, { person, bookingId }: Booked, ...cards: string[]): Promise<string> {
  const ready = await person.call(payBooking, { params: { bookingId } })
  let outcome = ''
  for (const card of [...cards, 'pm_card_visa']) outcome = await confirmAtStripe(stripe, ready, card)
  return outcome
}

export async function becomes({ person, bookingId }: Booked, wanted: string, seconds = 60): Promise<boolean> {
  for (const until = performance.now() + seconds * 1_000; performance.now() < until; await setTimeout(150)) {
    if ((await person.call(booking.readBooking, { params: { bookingId } })).status === wanted) return true
  }
  return false
}

const soon = (starts: string[]) => starts[6] ?? ''
export const tomorrow = (starts: string[]) => starts[170] ?? ''

/** Everything that may become of a payment, from the card to the last cent, in one town. */
export async function liveADay({ town, wake }: Day): Promise<void> {
  const { ownerPerson: owner, operatorPerson: operator, services } = town
  const at = async (label: string, when: (starts: string[]) => string, service = services.quick) =>
    hold(town, label, service, when(await town.freeStarts(service)))
  const kept = await at('kept', soon)
  const declined = await at('declined first', soon)
  const problem = await at('a problem', soon)
  const absent = await at('nobody came', soon)
  const late = await at('cancelled late', soon)
  const early = await at('cancelled early', tomorrow)
  const byOwner = await at('cancelled by the owner', tomorrow)
  const inGroup = [await at('course one', tomorrow, services.course), await at('course two', tomorrow, services.course)]
  await at('never paid', tomorrow)
  const paid = [kept, declined, problem, absent, late, early, byOwner, ...inGroup]
  for (const one of paid) await pay(town, one, ...(one === declined ? ['pm_card_visa_chargeDeclined'] : []))
  await wake?.()
  for (const one of paid) {
    if (!(await becomes(one, 'confirmed')))
      throw new Error(`${one.bookingId} was paid and is not confirmed after a minute`)
  }
  const cancel = ({ bookingId }: Booked, by: Person) =>
    by.call(booking.cancelBooking, { params: { bookingId }, body: {} })
  await cancel(early, early.person)
  await cancel(late, late.person)
  await cancel(byOwner, owner)
  await advance(town, 'PT2H30M')
  for (const { bookingId } of [kept, declined, problem])
    await owner.call(booking.completeBooking, { params: { bookingId } })
  await owner.call(booking.markNoShow, { params: { bookingId: absent.bookingId } })
  const params = { bookingId: problem.bookingId }
  await problem.person.call(booking.fileComplaint, { params, body: { text: 'The towel was wet.' } })
  const decision = { outcome: 'refunded' as const, refundShare: 5_000, reason: 'A wet towel is half a spa.' }
  await operator.call(booking.decideComplaint, { params, body: decision })
  await advance(town, 'PT25H')
}
