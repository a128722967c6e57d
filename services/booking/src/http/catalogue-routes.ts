import type { Router } from 'express'
import type { z } from 'zod'
import type { Hours } from '@buy-locals/scheduling'
import type { hours } from '@buy-locals/contracts/business/shapes'
import * as api from '@buy-locals/contracts/booking/operations'
import { isMember } from '@buy-locals/service-kit/memberships'
import { mount } from '@buy-locals/service-kit/mount'
import type { Deps } from '../deps.ts'
import * as resources from '../persistence/resource-repository.ts'
import * as services from '../persistence/service-repository.ts'
import * as staff from '../persistence/staff-repository.ts'
import { addResource, addStaff, changeStaff } from '../use-cases/keep-staff.ts'
import { addService, changeService } from '../use-cases/offer-service.ts'
import { readSlots } from '../use-cases/read-slots.ts'
import { visibleBusiness } from '../visible-business.ts'

export function addCatalogueRoutes(router: Router, deps: Deps): void {
  mount(router, api.listServices, deps, async ({ actor, params: { businessId } }) => {
    await visibleBusiness(deps.db, businessId, actor)
    const all = await services.ofBusiness(deps.db, businessId)
    const seesAll = await isMember(deps.db, actor, businessId)
    return { items: all.filter(({ active }) => active || seesAll) }
  })
  mount(router, api.addService, deps, ({ actor, params, body }) =>
    addService(deps, { ...params, actorId: actor.id, terms: body }),
  )
  mount(router, api.changeService, deps, ({ actor, params, body, ifMatch }) =>
    changeService(deps, { ...params, actorId: actor.id, read: ifMatch, change: body }),
  )
  mount(router, api.listStaff, deps, async ({ actor, params: { businessId } }) => {
    await visibleBusiness(deps.db, businessId, actor)
    const all = await staff.ofBusiness(deps.db, businessId)
    if (await isMember(deps.db, actor, businessId)) return { items: all }
    return { items: all.filter(({ active }) => active).map(({ personId: _, ...person }) => person) }
  })
  mount(router, api.addStaff, deps, ({ params, body }) =>
    addStaff(deps, { ...params, terms: { ...body, hours: hoursOf(body.hours) } }),
  )
  mount(router, api.changeStaff, deps, ({ params, body, ifMatch }) =>
    changeStaff(deps, { ...params, read: ifMatch, change: { ...body, hours: body.hours && hoursOf(body.hours) } }),
  )
  mount(router, api.listResources, deps, async ({ params }) => ({
    items: await resources.ofBusiness(deps.db, params.businessId),
  }))
  mount(router, api.addResource, deps, ({ params, body }) => addResource(deps, { ...params, ...body }))
  mount(router, api.findSlots, deps, ({ actor, params, query }) => readSlots(deps, actor, { ...params, ...query }))
}

/** The contract has checked that a day is one of seven. */
const hoursOf = (given: z.output<typeof hours> | undefined) => given as Hours | undefined
