import type { Transaction } from 'kysely'
import { manageLinkIssued } from '@buy-locals/contracts/booking/events'
import { Problem } from '@buy-locals/contracts/problem'
import { record } from '@buy-locals/service-kit/outbox'
import { throttleKey } from '@buy-locals/service-kit/throttle'
import { newId, type Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { Booking } from '../domain/booking.ts'
import { termsOf } from '../domain/terms.ts'
import { hashManageToken, newManageToken } from '@buy-locals/booking-access/manage-link'
import { knownBusiness, noBusiness } from '../known-business.ts'
import { refuseTooManyHolds, refuseTooManyVisits } from '../live-holds.ts'
import { noSuchService, place, type Wish } from '../placing.ts'
import type { Database } from '../persistence/database.ts'
import * as payees from '../persistence/payees.ts'
import * as people from '../persistence/people.ts'
import * as services from '../persistence/service-repository.ts'

type Tx = Transaction<Database>
type Command = {
  wish: Wish
  actorId: Id<'person'> | undefined
  guest: { name: string; email: string; phone?: string | undefined } | undefined
  ip: string
  locale: string
}
export type Booked = { booking: Booking; manageToken: string | undefined }

/** Whoever is signed in books for themselves; anybody else as a guest. */
export async function book(
  deps: Deps,
  { wish, actorId, guest, ip, locale }: Command,
  keep: (tx: Tx, booked: Booked) => Promise<void>,
): Promise<Booked> {
  if (!actorId && !guest) throw new Problem('unauthenticated', 'Sign in, or say who you are as a guest')
  const { db, clock, settings } = deps
  const business = await knownBusiness(db, wish.businessId)
  if (!business.isPublished) throw noBusiness(business.id)
  const service = await services.find(db, business.id, wish.serviceId)
  if (!service?.active) throw noSuchService(wish.serviceId)
  const terms = termsOf(service, wish.partySize, settings.takesPayments)
  const isHeld = terms.payment === 'online'
  if (isHeld && !(await payees.canCharge(db, business.id))) {
    throw new Problem('booking/payments-not-ready', 'The business has not finished setting up payments')
  }
  const consumerId = actorId ?? newId('person')
  const visitor = actorId ? undefined : guest
  const manageToken = visitor && newManageToken()
  const askedFrom = throttleKey('hold', ip)
  const requester = { consumerId, email: visitor?.email, askedFrom, businessId: business.id }

  const booking = await place(deps, {
    wish,
    business,
    service,
    terms,
    customer: { consumerId, isGuest: Boolean(visitor), manageTokenHash: manageToken && hashManageToken(manageToken) },
    actor: consumerId,
    askedFrom,
    first: async (tx) => {
      if (isHeld) await refuseTooManyHolds(tx, requester, clock(), settings.holdsPer)
      else if (visitor) await refuseTooManyVisits(tx, requester, clock(), settings.guestVisitsPer)
    },
    also: async (tx, made) => {
      if (visitor && manageToken) {
        await people.addGuest(tx, clock(), { ...visitor, id: consumerId, locale })
        await record(tx, clock(), manageLinkIssued, made.id, made.version, {
          bookingId: made.id,
          personId: consumerId,
          token: manageToken,
          version: made.version,
        })
      }
      await keep(tx, { booking: made, manageToken })
    },
  })
  return { booking, manageToken }
}
