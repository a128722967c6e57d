import { Router } from 'express'
import { guestProof } from '@buy-locals/booking-access/manage-link'
import { personChanged } from '@buy-locals/contracts/auth/events'
import { bookingEvents } from '@buy-locals/contracts/booking/events'
import { businessChanged } from '@buy-locals/contracts/business/events'
import { reviewPublished } from '@buy-locals/contracts/review/events'
import { consumer } from '@buy-locals/service-kit/inbox'
import { membershipConsumer } from '@buy-locals/service-kit/memberships'
import { record } from '@buy-locals/service-kit/outbox'
import { service, type Service } from '@buy-locals/service-kit/service'
import type { Deps } from './deps.ts'
import { present } from './facts.ts'
import { addRoutes } from './http/routes.ts'
import * as bookings from './persistence/bookings.ts'
import * as businesses from './persistence/businesses.ts'
import * as people from './persistence/people.ts'
import * as ratings from './persistence/ratings.ts'
import * as reviews from './persistence/review-repository.ts'

export function reviewService(deps: Deps): Service {
  const { db } = deps
  const router = Router()
  addRoutes(router, { ...deps, guestProof })
  return service(deps, {
    name: 'review',
    router,
    consumers: [
      ...bookingEvents.map((event) => consumer(db, `review.${event.type}`, event, bookings.project)),
      consumer(db, 'review.businesses', businessChanged, businesses.project),
      consumer(db, 'review.people', personChanged, people.project),
      membershipConsumer(db, 'review'),
    ],
    jobs: [],
    replay: () => replay(deps),
  })
}

async function replay({ db, clock }: Deps): Promise<number> {
  const now = clock()
  const known = await ratings.all(db)
  await db.transaction().execute(async (tx) => {
    for (const rating of known) await ratings.say(tx, now, rating)
  })
  let said = known.length
  for (
    let page = await reviews.pageAfter(db, '');
    page.length;
    page = await reviews.pageAfter(db, page.at(-1)?.id ?? '')
  ) {
    await db.transaction().execute(async (tx) => {
      for (const review of page) await record(tx, now, reviewPublished, review.id, review.version, present(review))
    })
    said += page.length
  }
  return said
}
