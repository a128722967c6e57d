import { Router } from 'express'
import {
  linkRequested,
  membershipChanged,
  personChanged,
  personErased,
  sessionEnded,
} from '@buy-locals/contracts/auth/events'
import { businessChanged, businessRegistered, claimDecided, claimFiled } from '@buy-locals/contracts/business/events'
import { consumer, projection } from '@buy-locals/service-kit/inbox'
import { job } from '@buy-locals/service-kit/jobs'
import { service, type Service } from '@buy-locals/service-kit/service'
import type { Deps } from './deps.ts'
import { addRoutes } from './http/routes.ts'
import { exportJob, formerCleanupJob } from './jobs.ts'
import * as businesses from './persistence/businesses.ts'
import * as claims from './persistence/claims.ts'
import { retention } from './persistence/retention.ts'
import { changeRole } from './steps/change-role.ts'
import { erasePerson } from './steps/erase-person.ts'
import { makeExport } from './use-cases/export-me.ts'
import { exportPerson } from './use-cases/export-person.ts'
import { replay } from './use-cases/replay.ts'

export function authService(deps: Deps): Service {
  const { db, clock } = deps
  const router = Router()
  addRoutes(router, deps)
  return service(deps, {
    name: 'auth',
    router,
    publishes: [personChanged, personErased, membershipChanged, linkRequested, sessionEnded],
    consumers: [
      consumer(db, 'auth.owners', businessRegistered, (tx, { data: { businessId, ownerId } }) =>
        changeRole(tx, clock(), ownerId, { personId: ownerId, scope: businessId, role: 'owner' }),
      ),
      projection(db, 'auth.businesses', businessChanged, businesses.project),
      projection(db, 'auth.claims', claimFiled, claims.project),
      projection(db, 'auth.decided-claims', claimDecided, claims.project),
    ],
    jobs: [
      job(exportJob, ({ payload: { personId } }) => makeExport(deps, personId)),
      job(formerCleanupJob, async () => {}),
    ],
    retention,
    replay: () => replay(deps),
    erasePerson: (person) => erasePerson(deps, person),
    exportPerson: (personId) => exportPerson(deps, personId),
  })
}
