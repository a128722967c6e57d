import { personChanged } from '@buy-locals/contracts/auth/events'
import { bookingCompleted, bookingConfirmed } from '@buy-locals/contracts/booking/events'
import type { DataOf } from '@buy-locals/contracts/event'
import * as api from '@buy-locals/contracts/review/operations'
import { newId, type Id } from '@buy-locals/values/ids'
import { startService } from '@buy-locals/service-kit/testing/service'
import type { Database } from '../src/persistence/database.ts'
import { reviewService } from '../src/service.ts'

type BookingFields = DataOf<typeof bookingCompleted>

export async function startReviews() {
  const review = await startService<Database>({
    name: 'review',
    migrations: new URL('../migrations/', import.meta.url),
    make: reviewService,
  })
  const businessId = newId('business')
  const marketId = newId('market')
  const booking = (changes: Partial<BookingFields> = {}): BookingFields => ({
    id: newId('booking'),
    businessId,
    marketId,
    serviceId: newId('service'),
    serviceName: 'Haircut',
    consumerId: newId('person'),
    isGuest: false,
    status: 'completed',
    start: '2026-03-20T07:00:00Z',
    end: '2026-03-20T07:30:00Z',
    timeZone: 'America/Boise',
    localStart: '2026-03-20T01:00',
    partySize: 1,
    price: { amount: 4500, currency: 'USD' },
    deposit: { amount: 0, currency: 'USD' },
    payment: 'at-venue',
    policy: { freeUntilHours: 24, lateRefundShare: 0, noShowRefundShare: 0 },
    createdAt: '2026-03-19T07:00:00Z',
    version: 2,
    ...changes,
  })
  return Object.assign(review, {
    businessId,
    /** Somebody with that name who came. */
    visitor: async (name = 'Cora Lane', changes: Partial<BookingFields> = {}) => {
      const visit = booking(changes)
      const person = {
        id: visit.consumerId,
        name,
        email: 'cora@example.com',
        emailVerified: true,
        locale: 'en',
        version: 1,
        kind: 'account' as const,
      }
      await review.deliver(personChanged, person.id, 1, person)
      await review.deliver(
        visit.status === 'completed' ? bookingCompleted : bookingConfirmed,
        visit.id,
        visit.version,
        visit,
      )
      return visit
    },
    write: (bookingId: Id<'booking'>, stars: number, as?: Id<'person'>, headers: Record<string, string> = {}) =>
      review.call(api.writeReview, { params: { bookingId }, body: { stars, text: 'A careful cut.' } }, { as, headers }),
  })
}
