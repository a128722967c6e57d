import type { Transaction } from 'kysely'
import { manageLinkIssued } from '@buy-locals/contracts/booking/events'
import { record } from '@buy-locals/service-kit/outbox'
import { newId, type Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { Booking } from '../domain/booking.ts'
import { termsOf } from '../domain/terms.ts'
import { hashManageToken, newManageToken } from '@buy-locals/booking-access/manage-link'
import { knownBusiness } from '../known-business.ts'
import { noSuchService, place, type Wish } from '../placing.ts'
import type { Database } from '../persistence/database.ts'
import * as people from '../persistence/people.ts'
import * as services from '../persistence/service-repository.ts'

export type Customer = { name: string; email?: string | undefined; phone?: string | undefined }
type Command = {
  wish: Wish
  customer: Customer
  override: { minNotice?: boolean | undefined; hours?: boolean | undefined } | undefined
  actorId: Id<'person'>
  locale: string
}

/** On the phone or at the counter, paid at the venue. Notice and hours may be looked past; what is taken is taken. */
export async function bookForCustomer(
  deps: Deps,
  { wish, customer, override, actorId, locale }: Command,
  keep: (tx: Transaction<Database>, booking: Booking) => Promise<void>,
): Promise<Booking> {
  const business = await knownBusiness(deps.db, wish.businessId)
  const service = await services.find(deps.db, business.id, wish.serviceId)
  if (!service?.active) throw noSuchService(wish.serviceId)
  const consumerId = newId('person')
  const token = customer.email ? newManageToken() : undefined
  return place(deps, {
    wish,
    business,
    service,
    terms: termsOf(service, wish.partySize, false),
    customer: {
      consumerId,
      isGuest: true,
      manageTokenHash: token && hashManageToken(token),
      isEnteredByBusiness: true,
    },
    actor: actorId,
    waiver: { notice: override?.minNotice ?? false, hours: override?.hours ?? false },
    also: async (tx, made) => {
      const now = deps.clock()
      await people.addGuest(tx, now, { ...customer, id: consumerId, locale })
      if (token)
        await record(tx, now, manageLinkIssued, made.id, made.version, {
          bookingId: made.id,
          personId: consumerId,
          token,
          version: made.version,
        })
      await keep(tx, made)
    },
  })
}
