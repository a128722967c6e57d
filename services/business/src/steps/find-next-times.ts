import type { Kysely } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Returns } from '@buy-locals/contracts/operation'
import type { searchBusinesses } from '@buy-locals/contracts/business/operations'
import type { Id } from '@buy-locals/values/ids'
import type { Currency } from '@buy-locals/values/money'
import { toSecond } from '@buy-locals/values/time'
import { chooseService } from '../domain/next-times.ts'
import type { ReadQuery } from '../domain/read-query.ts'
import type { Database } from '../persistence/database.ts'
import * as freeTimes from '../persistence/free-times.ts'
import type { FreeWhen } from '../persistence/free-times.ts'

type NextTimes = NonNullable<Returns<typeof searchBusinesses>['items'][number]['next']>

/** Of each business that can be booked then: the service that was looked for, its price and its next free times. */
export async function findNextTimes(
  db: Kysely<Database>,
  businessIds: readonly string[],
  when: FreeWhen,
  text: ReadQuery | undefined,
): Promise<Map<string, NextTimes>> {
  if (businessIds.length === 0) return new Map()
  const found = text
    ? await findWhatWasTyped(db, businessIds, when, text)
    : await freeTimes.findSoonest(db, businessIds, when)
  return new Map(
    found.map(({ business_id: businessId, service_id: serviceId, name, starts, ...price }) => [
      businessId,
      {
        serviceId: serviceId as Id<'service'>,
        serviceName: name,
        price: { amount: price.price_amount, currency: price.price_currency as Currency },
        starts: starts.map(toInstant),
      },
    ]),
  )
}

async function findWhatWasTyped(
  db: Kysely<Database>,
  businessIds: readonly string[],
  when: FreeWhen,
  text: ReadQuery,
): Promise<freeTimes.NextTimes[]> {
  const services = await freeTimes.listServices(db, businessIds, when)
  const chosen = [...Map.groupBy(services, (service) => service.business_id).values()].flatMap(
    (own) => chooseService(text, own)?.service_id ?? [],
  )
  return freeTimes.findTimesOf(db, chosen, when)
}

const toInstant = (minute: number) => toSecond(Temporal.Instant.fromEpochMilliseconds(minute * 60_000))
