import { Router } from 'express'
import { guestProof } from '@buy-locals/booking-access/manage-link'
import { businessChanged, marketChanged } from '@buy-locals/contracts/business/events'
import { personChanged } from '@buy-locals/contracts/auth/events'
import { payeeChanged, paymentSucceeded } from '@buy-locals/contracts/payment/events'
import { consumer } from '@buy-locals/service-kit/inbox'
import { job } from '@buy-locals/service-kit/jobs'
import { membershipConsumer } from '@buy-locals/service-kit/memberships'
import { service, type Service } from '@buy-locals/service-kit/service'
import type { Deps } from './deps.ts'
import { addBookingRoutes } from './http/booking-routes.ts'
import { addBusinessRoutes } from './http/business-routes.ts'
import { addCatalogueRoutes } from './http/catalogue-routes.ts'
import { autoComplete, countFreeStarts, endComplaints, freeStartsChanged, expireHoldJob } from './jobs.ts'
import * as businesses from './persistence/businesses.ts'
import { expireHold } from './persistence/lapsed-holds.ts'
import * as markets from './persistence/markets.ts'
import * as payees from './persistence/payees.ts'
import { claimGuestBookings } from './use-cases/claim-guest-bookings.ts'
import { completeByItself } from './use-cases/complete-booking.ts'
import * as freeStarts from './use-cases/count-free-starts.ts'
import { hearPayment } from './use-cases/hear-payment.ts'
import { replay } from './use-cases/replay.ts'
import { finalizeBooking } from './use-cases/finalize-booking.ts'

export function bookingService(deps: Deps): Service {
  const { db, clock } = deps
  const router = Router()
  addCatalogueRoutes(router, { ...deps, guestProof })
  addBusinessRoutes(router, { ...deps, guestProof })
  addBookingRoutes(router, { ...deps, guestProof })
  return service(deps, {
    name: 'booking',
    router,
    consumers: [
      membershipConsumer(db, 'booking'),
      consumer(db, 'booking.businesses', businessChanged, async (tx, event) => {
        if (await businesses.project(tx, event)) await freeStartsChanged(tx, event.data.id, clock())
      }),
      consumer(db, 'booking.markets', marketChanged, markets.project),
      consumer(db, 'booking.payees', payeeChanged, payees.project),
      consumer(db, 'booking.people', personChanged, (tx, event) => claimGuestBookings(deps, tx, event)),
      consumer(db, 'booking.payments', paymentSucceeded, (tx, event) => hearPayment(deps, tx, event)),
    ],
    jobs: [
      job(expireHoldJob, ({ payload }) => expireHold(deps, payload.bookingId)),
      job(autoComplete, ({ payload }) => completeByItself(deps, payload.bookingId)),
      job(endComplaints, ({ payload }) => finalizeBooking(deps, payload.bookingId)),
      job(countFreeStarts, async ({ payload }) => freeStarts.countFreeStarts(deps, payload.businessId)),
    ],
    replay: () => replay(deps),
  })
}
