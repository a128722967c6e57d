import { sql, type RawBuilder } from 'kysely'
import { chordOf, position, type Area, type Point } from '../domain/sphere.ts'

export type Sort = 'distance' | 'rating' | 'relevance'

/** What is looked for, in the words of the read model. */
export type Question = {
  area: Area
  sort: Sort
  words?: string[] | undefined
  category?: string | undefined
  openAt?: string | undefined
  bookableOn?: string | undefined
  minRating?: number | undefined
  price?: number | undefined
  /** Labels that so few businesses of the area have that they are looked up; the others are checked in passing. */
  rare?: string[] | undefined
}

type Condition = RawBuilder<boolean>

export const allOf = (conditions: Condition[]): Condition => sql.join(conditions, sql` and `)

export const cube = (point: Point): RawBuilder<unknown> => sql`${`(${position(point).join(',')})`}::cube`

/** Labels that every match has. */
export const labelsOf = ({ category, openAt, bookableOn }: Question): string[] => [
  ...(category ? [category] : []),
  ...(openAt ? ['~hours'] : []),
  ...(bookableOn ? ['~offers'] : []),
]

/** All but labels and words, which the two routes look up in different ways. */
export function conditionsOf({ area, openAt, bookableOn, minRating, price }: Question): Condition[] {
  const { circle, box } = area
  return [
    ...(circle && !box ? [sql<boolean>`d.pos <-> ${cube(circle.centre)} <= ${chordOf(circle.metres)}`] : []),
    ...(box ? [sql<boolean>`d.lat between ${box.south} and ${box.north} and d.lon between ${box.west} and ${box.east}`] : []), // prettier-ignore
    ...(price ? [sql<boolean>`d.price_level = ${price}`] : []),
    ...(minRating ? [sql<boolean>`d.rating >= ${minRating}`] : []),
    ...(openAt ? [isOpenAt(openAt)] : []),
    ...(bookableOn ? [isBookableOn(bookableOn)] : []),
  ]
}

/**
 * Today's shifts or the tail of yesterday's. Weeks are counted from a Monday; few businesses have an exception on one
 * of these days, and only for them it is looked up.
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
  from (select ${at}::timestamptz at time zone d.time_zone as wall) as here,
    lateral (select extract(epoch from wall - timestamp '2001-01-01')::bigint / 60 as passed) as since,
    lateral (select (passed % 1440)::integer as minute, (passed / 1440 % 7)::integer as day) as now)`

const isBookableOn = (date: string) => sql<boolean>`exists (
  select from availability as free left join services using (service_id)
  where free.business_id = d.business_id and free.date = ${date}::date and free.free_starts > 0
    and services.active is not false)`
