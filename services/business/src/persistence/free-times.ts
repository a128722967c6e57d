import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { PartOfDay } from '@buy-locals/contracts/business/shapes'
import type { Database } from './database.ts'

/** Days of a business, and from which minute since 1970 on something of them can still be booked. */
export type FreeWhen = { from: string; to: string; part?: PartOfDay | undefined; minute: number }

/** The last minute in which something can be booked; unknown of rows that were counted before the times were kept. */
const untilOf = (part: PartOfDay | undefined): RawBuilder<number | null> =>
  part
    ? sql`free.${sql.ref(`${part}_until`)}`
    : sql`greatest(free.morning_until, free.afternoon_until, free.evening_until)`

export const isFree = ({ from, to, part, minute }: FreeWhen): RawBuilder<boolean> => sql<boolean>`
  free.date between ${from}::date and ${to}::date and free.free_starts > 0
    and ${part ? sql`${untilOf(part)} >= ${minute}` : sql`coalesce(${untilOf(part)} >= ${minute}, true)`}`

/** As many as a card has room for. */
const shownStarts = 3

export type NextTimes = {
  business_id: string
  service_id: string
  name: string
  /** In minutes since 1970. */
  starts: number[]
  price_amount: number
  price_currency: string
}

/** Of each business what is free soonest then, with its next starts and the price of the first. */
export async function findSoonest(
  db: Kysely<Database>,
  businessIds: readonly string[],
  when: FreeWhen,
): Promise<NextTimes[]> {
  const { rows } = await sql<NextTimes>`
    select chosen.business_id, chosen.service_id, chosen.name, next.*
    from unnest(${businessIds}::text[]) as business (id)
    cross join lateral (
      select free.business_id, free.service_id, services.name
      from availability as free join services on services.service_id = free.service_id and services.active
      where free.business_id = business.id and ${isFree(when)}
      order by free.date, services.name collate "C", free.service_id limit 1) as chosen
    cross join lateral (${nextStarts(sql`chosen.service_id`, when)}) as next`.execute(db)
  return rows
}

/** The same of these services, one of each business. */
export async function findTimesOf(
  db: Kysely<Database>,
  serviceIds: readonly string[],
  when: FreeWhen,
): Promise<NextTimes[]> {
  const { rows } = await sql<NextTimes>`
    select services.business_id, services.service_id, services.name, next.*
    from unnest(${serviceIds}::text[]) as chosen (id) join services on services.service_id = chosen.id
    cross join lateral (${nextStarts(sql`services.service_id`, when)}) as next`.execute(db)
  return rows
}

/** Its days are read until there are enough. */
const nextStarts = (serviceId: RawBuilder<unknown>, { from, to, part, minute }: FreeWhen) => sql`
  select array_agg(start order by date, nth) as starts, (array_agg(price_amount order by date, nth))[1] as price_amount,
    (array_agg(price_currency order by date, nth))[1] as price_currency
  from (
    select day.date, slot.start, slot.nth, day.price_amount, day.price_currency
    from availability as day
    cross join lateral unnest(${part ? sql`day.${sql.ref(part)}` : sql`day.morning || day.afternoon || day.evening`})
      with ordinality as slot (start, nth)
    where day.service_id = ${serviceId} and day.date between ${from}::date and ${to}::date and day.free_starts > 0
      and slot.start - day.min_notice_minutes >= ${minute} and day.price_amount is not null
    order by day.date, slot.nth limit ${shownStarts}) as first
  having count(*) > 0`

export type FreeService = { business_id: string; service_id: string; name: string; date: string }

/** What can be booked of these businesses then, each service with its first day. */
export async function listServices(
  db: Kysely<Database>,
  businessIds: readonly string[],
  when: FreeWhen,
): Promise<FreeService[]> {
  const { rows } = await sql<FreeService>`
    select free.business_id, free.service_id, services.name, min(free.date) as date
    from availability as free join services on services.service_id = free.service_id and services.active
    where free.business_id = any(${businessIds}) and ${isFree(when)}
    group by free.business_id, free.service_id, services.name`.execute(db)
  return rows
}
