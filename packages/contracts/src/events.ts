import type { EventType } from './event.ts'
import * as auth from './auth/events.ts'
import * as booking from './booking/events.ts'
import * as business from './business/events.ts'
import * as payment from './payment/events.ts'
import * as review from './review/events.ts'

/** Every event, by its type. */
export const events: ReadonlyMap<string, EventType> = new Map(
  [auth, business, booking, payment, review]
    .flatMap((service) => Object.values(service) as (EventType | readonly EventType[])[])
    .flat()
    .map((event) => [event.type, event as EventType]),
)
