import type { Transaction } from 'kysely'
import type { Body } from '@buy-locals/contracts/operation'
import { businessRegistered } from '@buy-locals/contracts/business/events'
import type { registerBusiness as operation } from '@buy-locals/contracts/business/operations'
import type { Business, Market } from '@buy-locals/contracts/business/shapes'
import { invalid, Problem } from '@buy-locals/contracts/problem'
import { audit } from '@buy-locals/service-kit/audit'
import { grant, refuseTooManyMemberships } from '@buy-locals/service-kit/memberships'
import { record } from '@buy-locals/service-kit/outbox'
import { newId, type Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { toPublicBusiness, type FullBusiness } from '../domain/business.ts'
import type { Point } from '../domain/geography.ts'
import { findFreeSlug, isReserved, toSlug } from '../domain/slug.ts'
import { zoneOfPlace } from '../persistence/zone-of-place.ts'
import type { Database } from '../persistence/database.ts'
import * as businesses from '../persistence/business-repository.ts'
import * as markets from '../persistence/market-repository.ts'
import { refuseUnknownZone } from '../steps/refuse-unknown-zone.ts'
import { recordBusiness } from '../steps/save-business.ts'

type Command = Body<typeof operation> & { ownerId: Id<'person'> }

/** Whoever adds a business owns it from the next request on. `keep` stores the response with it. */
export async function registerBusiness(
  deps: Deps,
  { ownerId, ...profile }: Command,
  keep: (tx: Transaction<Database>, business: Business) => Promise<void>,
): Promise<Business> {
  const { db, clock, throttle } = deps
  await throttle.consume('register-business', ownerId, deps.registrations)
  if (profile.slug !== undefined && isReserved(profile.slug)) {
    throw new Problem('business/slug-taken', 'Choose another address')
  }
  const now = clock()
  const draft = await toDraft(deps, profile)
  await refuseUnknownZone(db, draft.timeZone)
  return db.transaction().execute(async (tx) => {
    await refuseTooManyMemberships(tx, ownerId)
    const { id, version } = draft
    const business = { ...draft, slug: profile.slug ?? (await chooseSlug(tx, draft)) }
    await businesses.insert(tx, business)
    await grant(tx, { personId: ownerId, scope: id, role: 'owner', sequence: 0 })
    await audit(tx, now, { actor: ownerId, action: 'business.registered', subject: id, after: { status: 'draft' } })
    await record(tx, now, businessRegistered, id, version, { businessId: id, ownerId, version })
    await recordBusiness(tx, now, business)
    const registered = toPublicBusiness(business)
    await keep(tx, registered)
    return registered
  })
}

async function toDraft(deps: Deps, { marketId, ...profile }: Omit<Command, 'ownerId'>): Promise<FullBusiness> {
  const market = await findMarket(deps, marketId, profile.location)
  return {
    ...profile,
    slug: '',
    id: newId('business'),
    marketId: market.id,
    status: 'draft',
    timeZone: profile.timeZone ?? zoneOfPlace(profile.location, market.timeZone),
    currency: market.currency,
    addressIsPrivate: false,
    photos: [],
    claimed: true,
    version: 1,
    formVersion: 1,
  }
}

async function findMarket({ db }: Deps, id: Id<'market'> | undefined, point: Point): Promise<Market> {
  const market = id ? await markets.find(db, id) : await markets.findNearest(db, point)
  if (!market) throw invalid({ pointer: '/body/marketId', detail: id ? 'there is no such market' : 'there is no market yet', code: 'no-market' }) // prettier-ignore
  return market
}

async function chooseSlug(tx: Transaction<Database>, { name, address }: FullBusiness): Promise<string> {
  const slug = toSlug(name, address.city)
  return findFreeSlug(slug, await businesses.findSlugsLike(tx, slug))
}
