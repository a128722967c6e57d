import type { Router } from 'express'
import * as api from '@buy-locals/contracts/business/operations'
import { mount } from '@buy-locals/service-kit/mount'
import type { Deps } from '../deps.ts'
import * as markets from '../persistence/market-repository.ts'
import { changeBusiness, changeHours } from '../use-cases/change-business.ts'
import { changeMarket } from '../use-cases/change-market.ts'
import { approveBusiness, publishBusiness, suspendBusiness } from '../use-cases/change-state.ts'
import { listMarketBusinesses } from '../use-cases/list-market-businesses.ts'
import { readBusiness } from '../use-cases/read-business.ts'
import { registerBusiness } from '../use-cases/register-business.ts'
import { searchBusinesses } from '../use-cases/search-businesses.ts'

export function addRoutes(router: Router, deps: Deps): void {
  mount(router, api.listMarkets, deps, async () => ({ items: await markets.all(deps.db) }))
  mount(router, api.findPlaces, deps, async ({ query }) => ({ items: await deps.places.find(query.q) }))
  mount(router, api.searchBusinesses, deps, ({ query }) => searchBusinesses(deps, query))
  mount(router, api.registerBusiness, deps, ({ actor, body }) => registerBusiness(deps, { ...body, ownerId: actor.id }))
  mount(router, api.readBusiness, deps, ({ actor, params }) =>
    readBusiness(deps, { idOrSlug: params.businessId, actor }),
  )
  mount(router, api.changeBusiness, deps, ({ params, body, ifMatch }) =>
    changeBusiness(deps, { ...params, readVersion: ifMatch, changes: body }),
  )
  mount(router, api.changeHours, deps, ({ params, body }) => changeHours(deps, params.businessId, body))
  mount(router, api.publishBusiness, deps, ({ actor, params }) => publishBusiness(deps, { actor, ...params }))
  mount(router, api.approveBusiness, deps, ({ actor, params }) => approveBusiness(deps, { actor, ...params }))
  mount(router, api.suspendBusiness, deps, ({ actor, params, body }) =>
    suspendBusiness(deps, { actor, ...params, ...body }),
  )
  mount(router, api.listMarketBusinesses, deps, ({ params, query }) =>
    listMarketBusinesses(deps, { ...params, ...query }),
  )
  mount(router, api.changeMarket, deps, ({ actor, params, body }) =>
    changeMarket(deps, { actorId: actor.id, ...params, changes: body }),
  )
}
