import { Router } from 'express'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { linkRequested, membershipChanged, personChanged } from '@buy-locals/contracts/auth/events'
import { businessRegistered } from '@buy-locals/contracts/business/events'
import { consumer } from '@buy-locals/service-kit/inbox'
import { job, jobType } from '@buy-locals/service-kit/jobs'
import { record } from '@buy-locals/service-kit/outbox'
import { service, type Service } from '@buy-locals/service-kit/service'
import type { Deps } from './deps.ts'
import { addRoutes } from './http/routes.ts'
import * as members from './persistence/members.ts'
import * as people from './persistence/people.ts'
import * as sessions from './persistence/sessions.ts'

const forgetting = jobType('auth.forget-expired', z.object({}))

export function authService(deps: Deps): Service {
  const { db, clock } = deps
  const router = Router()
  addRoutes(router, deps)
  return service(deps, {
    name: 'auth',
    router,
    publishes: [personChanged, membershipChanged, linkRequested],
    consumers: [
      consumer(db, 'auth.owners', businessRegistered, (tx, { data: { businessId, ownerId } }) =>
        members.set(tx, clock(), ownerId, { personId: ownerId, scope: businessId, role: 'owner' }),
      ),
    ],
    jobs: [
      job(forgetting, async () => {
        await sessions.forgetExpired(db, clock())
        await members.forgetInvitations(db, clock())
        return clock().add({ hours: 24 })
      }),
    ],
    replay: () => replay(deps),
  })
}

async function replay({ db, clock }: Deps): Promise<number> {
  let said = 0
  const at: Temporal.Instant = clock()
  for (
    let page = await people.pageAfter(db, '');
    page.length;
    page = await people.pageAfter(db, page.at(-1)?.id ?? '')
  ) {
    await db.transaction().execute(async (tx) => {
      for (const person of page) await people.say(tx, at, person)
    })
    said += page.length
  }
  const memberships = await db.selectFrom('memberships').selectAll().execute()
  for (const { person_id, scope, role, sequence: version } of memberships) {
    const data = membershipChanged.data.parse({ personId: person_id, scope, role, version })
    await db.transaction().execute((tx) => record(tx, at, membershipChanged, `${person_id} ${scope}`, version, data))
    said++
  }
  return said
}
