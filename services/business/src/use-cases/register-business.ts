import tzLookup from '@photostructure/tz-lookup'
import type { Body } from '@buy-locals/contracts/operation'
import { businessRegistered } from '@buy-locals/contracts/business/events'
import type { registerBusiness as operation } from '@buy-locals/contracts/business/operations'
import type { Business, Market } from '@buy-locals/contracts/business/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import { audit } from '@buy-locals/service-kit/audit'
import { grant } from '@buy-locals/service-kit/memberships'
import { record } from '@buy-locals/service-kit/outbox'
import { invalid } from '@buy-locals/service-kit/request-input'
import { newId, type Id } from '@buy-locals/values/ids'
import { timeZone } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { freeSlug, isReserved, slugOf } from '../domain/slug.ts'
import type { Point } from '../domain/sphere.ts'
import { present, type Known } from '../persistence/business-row.ts'
import * as businesses from '../persistence/business-repository.ts'
import * as markets from '../persistence/market-repository.ts'
import { sayBusiness } from '../say.ts'

type Command = Body<typeof operation> & { ownerId: Id<'person'> }

/** Whoever adds a business owns it from the next request on. */
export async function registerBusiness(deps: Deps, { ownerId, ...wanted }: Command): Promise<Business> {
  const { db, clock, throttle } = deps
  await throttle.consume('register-business', ownerId, deps.registrations)
  if (wanted.slug !== undefined && isReserved(wanted.slug)) {
    throw new Problem('business/slug-taken', 'Choose another address')
  }
  const now = clock()
  const draft = await draftOf(deps, wanted)
  return db.transaction().execute(async (tx) => {
    const { id, version } = draft
    const business = { ...draft, slug: wanted.slug ?? (await slugFor(deps, draft)) }
    await businesses.insert(tx, business)
    await grant(tx, { personId: ownerId, scope: id, role: 'owner', sequence: 0 })
    await audit(tx, now, { actor: ownerId, action: 'business.registered', subject: id, after: { status: 'draft' } })
    await record(tx, now, businessRegistered, id, version, { businessId: id, ownerId, version })
    await sayBusiness(tx, now, business)
    return present(business)
  })
}

async function draftOf(deps: Deps, { marketId, ...wanted }: Omit<Command, 'ownerId'>): Promise<Known> {
  const market = await marketFor(deps, marketId, wanted.location)
  return {
    ...wanted,
    slug: '',
    id: newId('business'),
    marketId: market.id,
    status: 'draft',
    timeZone: wanted.timeZone ?? zoneAt(wanted.location, market),
    currency: market.currency,
    addressIsPrivate: false,
    photos: [],
    claimed: true,
    version: 1,
  }
}

async function marketFor({ db }: Deps, id: Id<'market'> | undefined, point: Point): Promise<Market> {
  const market = id ? await markets.find(db, id) : await markets.nearest(db, point)
  if (!market) throw invalid({ pointer: '/body/marketId', detail: id ? 'there is no such market' : 'there is no market yet' }) // prettier-ignore
  return market
}

/** That of the ground. Where the ground is sea, or the zone newer than this machine's zone data, that of the market. */
function zoneAt({ lat, lon }: Point, market: Market): string {
  const zone = tzLookup(lat, lon)
  return !zone.startsWith('Etc/') && timeZone.safeParse(zone).success ? zone : market.timeZone
}

async function slugFor({ db }: Deps, { name, address }: Known): Promise<string> {
  const slug = slugOf(name, address.city)
  return freeSlug(slug, await businesses.slugsLike(db, slug))
}
