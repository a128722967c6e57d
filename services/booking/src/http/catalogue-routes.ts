import type { Router } from 'express'
import * as api from '@buy-locals/contracts/booking/operations'
import { mount } from '@buy-locals/service-kit/mount'
import type { Deps } from '../deps.ts'
import * as resources from '../persistence/resource-repository.ts'
import { addService, changeService } from '../use-cases/add-or-change-service.ts'
import { addStaff, changeStaff } from '../use-cases/add-or-change-staff.ts'
import { addResource, changeResource } from '../use-cases/add-or-change-resource.ts'
import { findSlots } from '../use-cases/find-slots.ts'
import { listServices, listStaff } from '../use-cases/list-catalogue.ts'
import { quote } from '../use-cases/quote.ts'

export function addCatalogueRoutes(router: Router, deps: Deps): void {
  mount(router, api.listServices, deps, async ({ actor, params: { businessId } }) => ({
    items: await listServices(deps, businessId, actor),
  }))
  mount(router, api.addService, deps, ({ actor, params, body, reply }) =>
    addService(deps, { ...params, actorId: actor.id, terms: body }, reply.keep),
  )
  mount(router, api.changeService, deps, ({ actor, params, body, ifMatch }) =>
    changeService(deps, { ...params, actorId: actor.id, readVersion: ifMatch, change: body }),
  )
  mount(router, api.listStaff, deps, async ({ actor, params: { businessId } }) => ({
    items: await listStaff(deps, businessId, actor),
  }))
  mount(router, api.addStaff, deps, ({ params, body, reply }) => addStaff(deps, { ...params, terms: body }, reply.keep))
  mount(router, api.changeStaff, deps, ({ params, body, ifMatch }) =>
    changeStaff(deps, { ...params, readVersion: ifMatch, change: body }),
  )
  mount(router, api.listResources, deps, async ({ params }) => ({
    items: await resources.ofBusiness(deps.db, params.businessId),
  }))
  mount(router, api.addResource, deps, ({ params, body, reply }) =>
    addResource(deps, { ...params, ...body }, reply.keep),
  )
  mount(router, api.changeResource, deps, ({ params, body, ifMatch }) =>
    changeResource(deps, { ...params, readVersion: ifMatch, change: body }),
  )
  mount(router, api.findSlots, deps, ({ actor, params, query }) => findSlots(deps, actor, { ...params, ...query }))
  mount(router, api.quote, deps, ({ actor, params, body }) => quote(deps, actor, { ...params, ...body }))
}
