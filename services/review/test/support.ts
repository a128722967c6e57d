import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { personChanged } from '@buy-locals/contracts/auth/events'
import { bookingCompleted, bookingConfirmed } from '@buy-locals/contracts/booking/events'
import type { DataOf } from '@buy-locals/contracts/event'
import * as api from '@buy-locals/contracts/review/operations'
import { newId, type Id } from '@buy-locals/values/ids'
import { openMedia } from '@buy-locals/media/open-media'
import { throttleInTables } from '@buy-locals/service-kit/throttle'
import { startService } from '@buy-locals/service-kit/testing/service'
import type { Deps } from '../src/deps.ts'
import type { Database } from '../src/persistence/database.ts'
import { reviewService } from '../src/service.ts'
import { receivePhoto } from '../src/use-cases/receive-photo.ts'

type BookingFields = DataOf<typeof bookingCompleted>

export async function startReviews() {
  const mediaFolder = await mkdtemp(join(tmpdir(), 'buy-locals-media-'))
  let deps: Deps | undefined
  const review = await startService<Database>({
    name: 'review',
    migrations: new URL('../migrations/', import.meta.url),
    make: (shared) => {
      const { db, clock } = shared
      const { media, router } = openMedia({ kind: 'disk' }, { folder: mediaFolder, publicUrl: 'http://127.0.0.1', secret: 'of the tests', clock }) // prettier-ignore
      const own = {
        ...shared,
        media,
        throttle: throttleInTables(db, clock),
        reviewPhotos: { points: 6, seconds: 86_400 },
      }
      deps = own
      const service = reviewService(own)
      service.router.use(router((key) => receivePhoto(own, key)))
      return service
    },
  })
  const stop = review[Symbol.asyncDispose].bind(review)
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
    mediaFolder,
    deps: deps as unknown as Deps,
    [Symbol.asyncDispose]: async () => {
      await stop()
      await rm(mediaFolder, { recursive: true, force: true })
    },
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
