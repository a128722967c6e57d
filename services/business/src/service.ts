import { Router } from 'express'
import { availabilityChanged, serviceChanged } from '@buy-locals/contracts/booking/events'
import { businessChanged, businessRegistered, marketChanged } from '@buy-locals/contracts/business/events'
import { ratingChanged } from '@buy-locals/contracts/review/events'
import { consumer } from '@buy-locals/service-kit/inbox'
import { membershipConsumer } from '@buy-locals/service-kit/memberships'
import { service, type Service } from '@buy-locals/service-kit/service'
import type { Deps, Outside } from './deps.ts'
import { addRoutes } from './http/routes.ts'
import { countsInMemory } from './persistence/counts-in-memory.ts'
import * as heard from './persistence/heard.ts'
import { replay } from './replay.ts'

export function businessService(outside: Outside): Service {
  const { db } = outside
  const deps: Deps = { ...outside, counts: countsInMemory(db) }
  const router = Router()
  addRoutes(router, deps)
  return service(deps, {
    name: 'business',
    router,
    publishes: [businessRegistered, businessChanged, marketChanged],
    consumers: [
      membershipConsumer(db, 'business'),
      consumer(db, 'business.ratings', ratingChanged, heard.rating),
      consumer(db, 'business.services', serviceChanged, heard.service),
      consumer(db, 'business.availability', availabilityChanged, heard.availability),
    ],
    jobs: [],
    replay: () => replay(deps),
  })
}
