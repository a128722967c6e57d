import type { Router } from 'express'
import * as api from '@buy-locals/contracts/business/operations'
import { Problem } from '@buy-locals/contracts/problem'
import { toOwnPhoto } from '@buy-locals/media/photos/photo'
import { readIdCursor, toPage } from '@buy-locals/service-kit/cursor'
import { mount } from '@buy-locals/service-kit/mount'
import type { Deps } from '../deps.ts'
import { toMembersBusiness } from '../domain/business.ts'
import * as businesses from '../persistence/business-repository.ts'
import * as claims from '../persistence/claims.ts'
import * as reports from '../persistence/listing-reports.ts'
import * as markets from '../persistence/market-repository.ts'
import * as photos from '../persistence/photo-repository.ts'
import * as siteAddresses from '../persistence/site-addresses.ts'
import { addPhoto } from '../use-cases/add-photo.ts'
import { changeBusiness, changeHours } from '../use-cases/change-business.ts'
import { changeMarket } from '../use-cases/change-market.ts'
import { changePhoto, deletePhoto, orderPhotos } from '../use-cases/change-photos.ts'
import { approveBusiness, publishBusiness, suspendBusiness } from '../use-cases/change-state.ts'
import { findPlaces, readPlace, suggestPlaces } from '../use-cases/find-places.ts'
import { listDetailPhotos } from '../use-cases/list-detail-photos.ts'
import { readBusiness } from '../use-cases/read-business.ts'
import { registerBusiness } from '../use-cases/register-business.ts'
import { claimBusiness } from '../use-cases/claim-business.ts'
import { confirmClaim, decideClaim } from '../use-cases/decide-claim.ts'
import { reportListing, resolveListingReport } from '../use-cases/report-listing.ts'
import { searchBusinesses } from '../use-cases/search-businesses.ts'
import { suggest } from '../use-cases/suggest.ts'
import { readSearchCursor, writeSearchCursor } from './search-cursor.ts'

export function addRoutes(router: Router, deps: Deps): void {
  const { db } = deps

  mount(router, api.listMarkets, deps, async () => ({ items: await markets.all(db) }))
  mount(router, api.findPlaces, deps, ({ query, caller }) => findPlaces(deps, { ...query, ip: caller.ip }))
  mount(router, api.suggestPlaces, deps, ({ actor, query }) => suggestPlaces(deps, { ...query, personId: actor.id }))
  mount(router, api.readPlace, deps, ({ actor, params, query }) =>
    readPlace(deps, { ...params, ...query, personId: actor.id }),
  )
  mount(router, api.readSitemap, deps, async () => ({ pages: await siteAddresses.countPages(db) }))
  mount(router, api.readSitemapPage, deps, async ({ params: { page } }) => {
    if (page >= (await siteAddresses.countPages(db))) throw new Problem('not-found', 'There is no such page')
    return { slugs: await siteAddresses.listPage(db, page) }
  })
  mount(router, api.searchBusinesses, deps, async ({ query: { cursor, limit, ...filters } }) => {
    const { after, as } = readSearchCursor(filters, cursor)
    const { next, ...result } = await searchBusinesses(deps, { ...filters, limit, after, as })
    return { ...result, ...(next && { nextCursor: writeSearchCursor(filters, next, result.reading?.as) }) }
  })
  mount(router, api.findSuggestions, deps, ({ query }) => suggest(deps, query))
  mount(router, api.registerBusiness, deps, ({ actor, body, reply }) =>
    registerBusiness(deps, { ...body, ownerId: actor.id }, reply.keep),
  )
  mount(router, api.readBusiness, deps, ({ actor, params }) =>
    readBusiness(deps, { idOrSlug: params.businessId, actor }),
  )
  mount(router, api.changeBusiness, deps, ({ params, body, ifMatch }) =>
    changeBusiness(deps, { ...params, readVersion: ifMatch, changes: body }),
  )
  mount(router, api.changeHours, deps, ({ params, body, ifMatch }) =>
    changeHours(deps, { ...params, readVersion: ifMatch, hours: body }),
  )
  mount(router, api.publishBusiness, deps, ({ actor, params }) => publishBusiness(deps, { actor, ...params }))
  mount(router, api.approveBusiness, deps, ({ actor, params, body }) =>
    approveBusiness(deps, { actor, ...params, outcome: body?.outcome ?? 'approved', reason: body?.reason }),
  )
  mount(router, api.suspendBusiness, deps, ({ actor, params, body }) =>
    suspendBusiness(deps, { actor, ...params, ...body }),
  )
  mount(router, api.listMarketBusinesses, deps, async ({ params, query: { cursor, limit, ...filter } }) => {
    const before = readIdCursor('business', cursor)
    const page = { id: params.marketId, ...filter, before, limit: limit + 1 }
    const found = await businesses.listInMarket(db, { ...page, q: filter.q, claimed: filter.claimed })
    const { items, ...more } = toPage(found, limit)
    return { items: items.map(toMembersBusiness), ...more }
  })
  mount(router, api.claimBusiness, deps, ({ actor, params, body }) =>
    claimBusiness(deps, { ...params, ...body, personId: actor.id }),
  )
  mount(router, api.confirmClaim, deps, ({ actor, body }) => confirmClaim(deps, { ...body, personId: actor.id }))
  mount(router, api.listClaims, deps, async ({ params: { marketId }, query: { limit, cursor } }) => {
    const after = readIdCursor('claim', cursor) ?? ''
    return toPage(await claims.listPending(db, { marketId, after, limit: limit + 1 }), limit)
  })
  mount(router, api.decideClaim, deps, ({ actor, params, body }) => decideClaim(deps, { actor, ...params, ...body }))
  mount(router, api.reportListing, deps, ({ caller, params, body }) =>
    reportListing(deps, { ...params, ...body, ip: caller.ip }),
  )
  mount(router, api.listListingReports, deps, async ({ params: { marketId }, query: { limit, cursor } }) => {
    const after = readIdCursor('listingReport', cursor) ?? ''
    return toPage(await reports.listOpen(db, { marketId, after, limit: limit + 1 }), limit)
  })
  mount(router, api.resolveListingReport, deps, ({ actor, params }) => resolveListingReport(deps, { actor, ...params }))
  mount(router, api.changeMarket, deps, ({ actor, params, body, ifMatch }) =>
    changeMarket(deps, { actorId: actor.id, ...params, readVersion: ifMatch, changes: body }),
  )
  mount(router, api.listPhotos, deps, async ({ params: { businessId }, query }) => ({
    items: (await photos.listOf(db, businessId, query.of)).map(toOwnPhoto),
  }))
  mount(router, api.listDetailPhotos, deps, ({ actor, params }) => listDetailPhotos(deps, { ...params, actor }))
  mount(router, api.addPhoto, deps, ({ params, body, reply }) =>
    addPhoto(deps, { ...params, ...body }, (tx, added) => reply.keep(tx, added)),
  )
  mount(router, api.orderPhotos, deps, ({ params, body }) => orderPhotos(deps, { ...params, ...body }))
  mount(router, api.changePhoto, deps, ({ params, body, ifMatch }) =>
    changePhoto(deps, { ...params, readVersion: ifMatch, changes: body }),
  )
  mount(router, api.deletePhoto, deps, ({ params }) => deletePhoto(deps, params))
}
