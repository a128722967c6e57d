import type { Selectable } from 'kysely'
import type { Business } from '@buy-locals/contracts/business/shapes'
import type { Id } from '@buy-locals/values/ids'
import { usableZone } from '@buy-locals/values/time'
import type { FullBusiness } from '../domain/business.ts'
import { zoneOfPlace } from './zone-of-place.ts'
import type { Database } from './database.ts'

export type BusinessRow = Selectable<Database['businesses']>

export const toRow = (business: FullBusiness) => ({
  id: business.id,
  slug: business.slug,
  market_id: business.marketId,
  status: business.status,
  name: business.name,
  description: business.description ?? null,
  categories: [...business.categories] as string[],
  street: business.address.street ?? null,
  city: business.address.city,
  region: business.address.region ?? null,
  postcode: business.address.postcode ?? null,
  country: business.address.country,
  address_is_private: business.addressIsPrivate,
  lat: business.location.lat,
  lon: business.location.lon,
  time_zone: business.timeZone,
  currency: business.currency,
  phone: business.phone ?? null,
  website: business.website ?? null,
  price_level: business.priceLevel ?? null,
  hours: business.hours ? JSON.stringify(business.hours) : null,
  photos: JSON.stringify(business.photos),
  claimed: business.claimed,
  source: business.source ? JSON.stringify(business.source) : null,
  source_id: business.sourceId ?? null,
  proposed: business.proposed ? JSON.stringify(business.proposed) : null,
  decision: business.decision ? JSON.stringify(business.decision) : null,
  version: business.version,
  form_version: business.formVersion,
})

export const zoneOf = (row: Pick<BusinessRow, 'time_zone' | 'lat' | 'lon'>): string =>
  usableZone(row.time_zone, zoneOfPlace(row, 'UTC'))

export const fromRow = (row: BusinessRow): FullBusiness => ({
  id: row.id as Id<'business'>,
  slug: row.slug,
  marketId: row.market_id as Id<'market'>,
  status: row.status as Business['status'],
  name: row.name,
  description: row.description ?? undefined,
  categories: row.categories as Business['categories'],
  address: {
    street: row.street ?? undefined,
    city: row.city,
    region: row.region ?? undefined,
    postcode: row.postcode ?? undefined,
    country: row.country,
  },
  addressIsPrivate: row.address_is_private,
  location: { lat: row.lat, lon: row.lon },
  timeZone: zoneOf(row),
  currency: row.currency as Business['currency'],
  phone: row.phone ?? undefined,
  website: row.website ?? undefined,
  priceLevel: row.price_level ?? undefined,
  hours: (row.hours as Business['hours'] | null) ?? undefined,
  photos: row.photos as Business['photos'],
  claimed: row.claimed,
  source: (row.source as Business['source'] | null) ?? undefined,
  sourceId: row.source_id ?? undefined,
  proposed: (row.proposed as Business['proposed'] | null) ?? undefined,
  decision: (row.decision as Business['decision'] | null) ?? undefined,
  version: row.version,
  formVersion: row.form_version,
})

/** Of a business that nobody has rated, none. */
export const toRating = ({ mean, count }: { mean: number | null; count: number | null }) => ({
  mean: mean ?? 0,
  count: count ?? 0,
})
