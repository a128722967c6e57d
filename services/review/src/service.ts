import { Router } from 'express'
import { guestProof } from '@buy-locals/booking-access/manage-link'
import { personChanged } from '@buy-locals/contracts/auth/events'
import { bookingEvents } from '@buy-locals/contracts/booking/events'
import { businessChanged } from '@buy-locals/contracts/business/events'
import {
  ratingChanged,
  reviewFlagDecided,
  reviewFlagged,
  reviewPublished,
  reviewReplied,
} from '@buy-locals/contracts/review/events'
import { projection } from '@buy-locals/service-kit/inbox'
import { membershipConsumer } from '@buy-locals/service-kit/memberships'
import { service, type Service } from '@buy-locals/service-kit/service'
import type { Deps } from './deps.ts'
import { addRoutes } from './http/routes.ts'
import * as bookings from './persistence/bookings.ts'
import * as businesses from './persistence/businesses.ts'
import * as people from './persistence/people.ts'
import { retention } from './persistence/retention.ts'
import { flow } from './steps/photo-flow.ts'
import { erasePerson } from './use-cases/erase-person.ts'
import { exportPerson } from './use-cases/export-person.ts'
import { replay } from './use-cases/replay.ts'

export function reviewService(deps: Deps): Service {
  const { db } = deps
  const router = Router()
  addRoutes(router, { ...deps, guestProof })
  return service(deps, {
    name: 'review',
    router,
    publishes: [reviewPublished, reviewReplied, reviewFlagged, reviewFlagDecided, ratingChanged],
    consumers: [
      ...bookingEvents.map((event) => projection(db, `review.${event.type}`, event, bookings.project)),
      projection(db, 'review.businesses', businessChanged, businesses.project),
      projection(db, 'review.people', personChanged, people.project),
      membershipConsumer(db, 'review'),
    ],
    jobs: flow.jobs(deps),
    retention,
    replay: () => replay(deps),
    erasePerson: (person) => erasePerson(deps, person),
    exportPerson: (personId) => exportPerson(deps, personId),
  })
}
