import { book, bookForCustomer, findSlots } from '@buy-locals/contracts/booking/operations'
import { payBooking } from '@buy-locals/contracts/payment/operations'
import { replyToReview, writeReview } from '@buy-locals/contracts/review/operations'
import { Refusal } from '@buy-locals/api-client/refusal'
import type { Id } from '@buy-locals/values/ids'
import type { Opened } from './opening.ts'
import type { Person, Town } from './town.ts'
import { neighbours, praise, replies } from './voices.ts'

export type Visit = { business: Opened; bookingId: Id<'booking'>; consumer: Person }

type Wish = { business: Opened; consumer: Person; from: string; to: string; roll: () => number }

/** One visit at a free time between two dates, paid with a test card where it is paid online; none where nothing is free. */
export async function bookVisit(town: Town, { business, consumer, from, to, roll }: Wish): Promise<Visit | undefined> {
  const service = pick(business.services, roll)
  const params = { businessId: business.id }
  const { items } = await town.as(consumer)(findSlots, { params, query: { serviceId: service.id, from, to } })
  const slot = items.length ? pick(items, roll) : undefined
  if (!slot) return undefined
  const body = { ...params, serviceId: service.id, start: slot.start }
  const made = await town.as(consumer)(book, { body }).catch(unlessRefused)
  if (!made) return undefined
  if (made.status === 'held') await pay(town, consumer, made.id)
  return { business, bookingId: made.id, consumer }
}

async function pay(town: Town, consumer: Person, bookingId: Id<'booking'>): Promise<void> {
  const { paymentIntentId, clientSecret, publishableKey } = await town.as(consumer)(payBooking, {
    params: { bookingId },
  })
  const confirmed = await fetch(`${town.stripeApiBase}/v1/payment_intents/${paymentIntentId}/confirm`, {
    method: 'POST',
    headers: { authorization: `Bearer ${publishableKey}` },
    body: new URLSearchParams({ client_secret: clientSecret, payment_method: 'pm_card_visa' }),
  })
  if (!confirmed.ok) throw new Error(`The test card was refused: ${await confirmed.text()}`)
}

/** People call for some service, and the owner writes them down. */
export async function takeCalls(
  town: Town,
  { business, from, to, roll }: Omit<Wish, 'consumer'>,
  count: number,
): Promise<void> {
  const owner = town.as(business.owner)
  const params = { businessId: business.id }
  const service = pick(business.services, roll)
  const { items } = await owner(findSlots, { params, query: { serviceId: service.id, from, to } })
  for (let n = items.length ? count : 0; n > 0; n--) {
    const body = { serviceId: service.id, start: pick(items, roll).start, customer: { name: pick(neighbours, roll) } }
    await owner(bookForCustomer, { params, body }).catch(unlessRefused)
  }
}

/** Most who came say how it was, and some businesses answer. */
export async function reviewVisit(
  town: Town,
  { business, bookingId, consumer }: Visit,
  roll: () => number,
): Promise<void> {
  if (roll() < 0.2) return
  const stars = starsOf(roll())
  const body = { stars, text: pick(praise[stars], roll) }
  const review = await town.as(consumer)(writeReview, { params: { bookingId }, body }).catch(unlessRefused)
  if (!review || roll() < 0.55) return
  const words = pick(stars > 3 ? replies.kind : replies.sorry, roll)
  await town.as(business.owner)(replyToReview, { params: { reviewId: review.id }, body: { text: words } })
}

const starsOf = (chance: number) => (chance < 0.62 ? 5 : chance < 0.88 ? 4 : chance < 0.97 ? 3 : 2)

export const pick = <T>(list: readonly T[], roll: () => number): T => {
  const chosen = list[Math.floor(roll() * list.length)]
  if (chosen === undefined) throw new RangeError('There is nothing to choose from')
  return chosen
}

/** What is refused to a neighbour did not happen: the time was taken, or it has not been completed. */
function unlessRefused(error: unknown): undefined {
  if (error instanceof Refusal && error.status < 500) return undefined
  throw error
}
