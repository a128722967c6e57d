import { sql, type RawBuilder } from 'kysely'
import { toChord, toPosition, type Area, type Point } from '../domain/geography.ts'
import type { ReadQuery } from '../domain/read-query.ts'
import { isFree, type FreeWhen } from './free-times.ts'
import { labels, tierLabels } from './search-counts.ts'

/** Of those who can be booked, of others who have claimed their page, and of what was imported. */
export const tiers = [0, 1, 2] as const
export type Tier = (typeof tiers)[number]

export type Sort = 'distance' | 'rating' | 'relevance'

/** A search in the terms of the read model. */
export type SearchQuery = {
  area: Area
  sort: Sort
  text?: ReadQuery | undefined
  /** Only names are looked at, or terms and no trades. */
  match?: 'name' | 'terms' | undefined
  category?: string | undefined
  openAt?: string | undefined
  free?: FreeWhen | undefined
  minRating?: number | undefined
  price?: number | undefined
  /** Only businesses of this tier. */
  tier?: Tier | undefined
  /** Labels that few businesses of the area have, so that they are looked up in the index; the others only filter. */
  rareLabels?: string[] | undefined
  /** Every business of the area is looked at: to look a word up costs as much as the country has of it. */
  isSmallArea?: boolean | undefined
}

type Condition = RawBuilder<boolean>

export const allOf = (conditions: Condition[]): Condition => sql.join(conditions, sql` and `)

export const cube = (point: Point): RawBuilder<unknown> => sql`${`(${toPosition(point).join(',')})`}::cube`

/** Labels that every match has. */
export const listLabels = ({ category, openAt, free, tier }: SearchQuery): string[] => [
  ...(tier === undefined ? [] : [tierLabels[tier]]),
  ...(category ? [category] : []),
  ...(openAt ? [labels.hoursKnown] : []),
  ...(free && tier !== 0 ? [labels.bookable] : []),
]

/** All but labels and terms, which the two plans find in different ways. */
export function listConditions({ area, openAt, free, minRating, price, tier }: SearchQuery): Condition[] {
  const { circle, box } = area
  return [
    ...(tier === undefined ? [] : [sql<boolean>`d.tier = ${sql.lit(tier)}`]), // as a constant, so that an index of members alone will do
    ...(circle && !box ? [sql<boolean>`d.pos <-> ${cube(circle.center)} <= ${toChord(circle.metres)}`] : []),
    ...(box ? [sql<boolean>`d.lat between ${box.south} and ${box.north} and d.lon between ${box.west} and ${box.east}`] : []), // prettier-ignore
    ...(price ? [sql<boolean>`d.price_level = ${price}`] : []),
    ...(minRating ? [sql<boolean>`d.rating >= ${minRating}`] : []),
    ...(openAt ? [isOpenAt(openAt)] : []),
    ...(free ? [isBookable(free)] : []),
  ]
}

/**
 * Today's shifts or the tail of yesterday's. Weeks are counted from a Monday. Few businesses have an exception on one of
 * these days, so it is looked up for those only.
 */
const isOpenAt = (at: string) => sql<boolean>`(
  select case when d.business_id in (
      select business_id from search_exceptions
      where date between (${at}::timestamptz at time zone 'utc')::date - 2 and (${at}::timestamptz at time zone 'utc')::date + 1)
    then exists (
      select from (values (wall::date, minute), (wall::date - 1, minute + 1440)) as day (date, minute)
      left join search_exceptions as other on other.business_id = d.business_id and other.date = day.date
      where case when other.business_id is null
        then d.hours @> (extract(isodow from day.date)::integer - 1) * 2880 + day.minute
        else other.hours @> day.minute end)
    else d.hours @> day * 2880 + minute or d.hours @> (day + 6) % 7 * 2880 + 1440 + minute end
  from (select ${at}::timestamptz at time zone d.time_zone as wall) as local,
    lateral (select date_part('epoch', wall - timestamp '2001-01-01')::bigint / 60 as passed) as since,
    lateral (select (passed % 1440)::integer as minute, (passed / 1440 % 7)::integer as day) as now)`

const isBookable = (when: FreeWhen) => sql<boolean>`exists (
  select from availability as free
  where free.business_id = d.business_id and ${isFree(when)}
    and not exists (select from services where services.service_id = free.service_id and not services.active))`
