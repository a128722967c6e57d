import { book, bookForCustomer, completeBooking, findSlots } from '@buy-locals/contracts/booking/operations'
import { payBooking } from '@buy-locals/contracts/payment/operations'
import { replyToReview, writeReview } from '@buy-locals/contracts/review/operations'
import { Refusal } from '@buy-locals/api-client/refusal'
import type { Id } from '@buy-locals/values/ids'
import type { OpenBusiness, Person, Town } from './demo-town.ts'
import { townspeople, replyTexts, reviewTexts } from './people.ts'
import { pick } from './seeded-random.ts'

export type Visit = { business: OpenBusiness; bookingId: Id<'booking'>; consumer: Person }

type VisitOptions = { business: OpenBusiness; consumer: Person; from: string; to: string }

/** One visit at a free time between two dates, paid with a test card where it is paid online; none where nothing is free. */
export async function bookVisit(
  town: Town,
  { business, consumer, from, to }: VisitOptions,
): Promise<Visit | undefined> {
  const service = pick(business.services, business.random)
  const params = { businessId: business.id }
  const { items } = await town.as(consumer)(findSlots, { params, query: { serviceId: service.id, from, to } })
  const slot = items.length ? pick(items, business.random) : undefined
  if (!slot) return undefined
  const body = { ...params, serviceId: service.id, start: slot.start }
  const made = await town.as(consumer)(book, { body }).catch(ignoreRefusal)
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

/** People call, and the owner enters their bookings. */
export async function bookByPhone(
  town: Town,
  { business, from, to }: Omit<VisitOptions, 'consumer'>,
  count: number,
): Promise<void> {
  const owner = town.as(business.owner)
  const params = { businessId: business.id }
  const service = pick(business.services, business.random)
  const { items } = await owner(findSlots, { params, query: { serviceId: service.id, from, to } })
  for (let n = items.length ? count : 0; n > 0; n--) {
    const body = {
      serviceId: service.id,
      start: pick(items, business.random).start,
      customer: { name: pick(townspeople, business.random) },
    }
    await owner(bookForCustomer, { params, body }).catch(ignoreRefusal)
  }
}

/** The owner confirms what was paid at the venue. Most visitors write a review, and some businesses reply. */
export async function reviewVisit(town: Town, { business, bookingId, consumer }: Visit): Promise<void> {
  const { random } = business
  await town.as(business.owner)(completeBooking, { params: { bookingId } }).catch(ignoreRefusal)
  if (random() < 0.2) return
  const stars = randomStars(random())
  const body = { stars, text: pick(reviewTexts[stars], random) }
  const review = await town.as(consumer)(writeReview, { params: { bookingId }, body }).catch(ignoreRefusal)
  if (!review || random() < 0.55) return
  const text = pick(stars > 3 ? replyTexts.thankful : replyTexts.apologetic, random)
  await town.as(business.owner)(replyToReview, { params: { reviewId: review.id }, body: { text } })
}

const randomStars = (chance: number) => (chance < 0.62 ? 5 : chance < 0.88 ? 4 : chance < 0.97 ? 3 : 2)

/** A refused visit did not happen: the time was taken, or the booking is not completed. */
function ignoreRefusal(error: unknown): undefined {
  if (error instanceof Refusal && error.status < 500) return undefined
  throw error
}
