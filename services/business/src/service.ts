import { Router } from 'express'
import { availabilityChanged, serviceChanged } from '@buy-locals/contracts/booking/events'
import {
  businessChanged,
  businessRegistered,
  businessDecided,
  businessSuspended,
  claimDecided,
  claimFiled,
  claimLinkRequested,
  listingReported,
  marketChanged,
} from '@buy-locals/contracts/business/events'
import { ratingChanged } from '@buy-locals/contracts/review/events'
import { inTransaction } from '@buy-locals/service-kit/database'
import { projection } from '@buy-locals/service-kit/inbox'
import { job } from '@buy-locals/service-kit/jobs'
import { membershipConsumer } from '@buy-locals/service-kit/memberships'
import { service, type Service } from '@buy-locals/service-kit/service'
import type { Deps } from './deps.ts'
import { addRoutes } from './http/routes.ts'
import { reindexAllJob, reindexJob } from './jobs.ts'
import * as claims from './persistence/claims.ts'
import { projectAvailability, projectRatings, projectServices } from './persistence/projections.ts'
import { reindex } from './persistence/search-index.ts'
import { retention } from './persistence/retention.ts'
import { flow } from './steps/photo-flow.ts'
import { scheduleReindex } from './steps/schedule-reindex.ts'
import { erasePerson } from './use-cases/erase-person.ts'
import { reindexAll } from './use-cases/reindex-all.ts'
import { replay } from './use-cases/replay.ts'

export function businessService(deps: Deps): Service {
  const { db, clock } = deps
  const router = Router()
  addRoutes(router, deps)
  return service(deps, {
    name: 'business',
    router,
    publishes: [
      ...[businessRegistered, businessChanged, businessSuspended, businessDecided, marketChanged],
      ...[claimLinkRequested, claimFiled, claimDecided, listingReported],
    ],
    consumers: [
      membershipConsumer(db, 'business'),
      projection(db, 'business.ratings', ratingChanged, (batch, events) =>
        inTransaction(batch, async (tx) => {
          for (const id of await projectRatings(tx, events)) await scheduleReindex(tx, id, clock())
        }),
      ),
      projection(db, 'business.services', serviceChanged, (batch, events) =>
        inTransaction(batch, async (tx) => {
          for (const id of (await projectServices(tx, events)).toSorted()) await scheduleReindex(tx, id, clock())
        }),
      ),
      projection(db, 'business.availability', availabilityChanged, projectAvailability),
    ],
    jobs: [
      job(reindexJob, ({ payload: { businessId } }) => db.transaction().execute((tx) => reindex(tx, [businessId]))),
      job(reindexAllJob, ({ key, payload: { after } }) => reindexAll(deps, { key, after })),
      ...flow.jobs(deps),
    ],
    retention,
    replay: () => replay(deps),
    erasePerson: (person) => erasePerson(deps, person),
    exportPerson: async (personId) => ({ claims: await claims.ofPerson(db, personId) }), // businesses are no people: their profiles are public
  })
}
