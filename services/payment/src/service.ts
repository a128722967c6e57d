import { Router } from 'express'
import { guestProof } from '@buy-locals/booking-access/manage-link'
import { bookingEvents, bookingPaymentUnusable } from '@buy-locals/contracts/booking/events'
import { businessChanged, marketChanged } from '@buy-locals/contracts/business/events'
import { consumer } from '@buy-locals/service-kit/inbox'
import { job } from '@buy-locals/service-kit/jobs'
import { membershipConsumer } from '@buy-locals/service-kit/memberships'
import { service, type Service } from '@buy-locals/service-kit/service'
import type { Deps } from './deps.ts'
import { addRoutes } from './http/routes.ts'
import * as jobs from './jobs.ts'
import * as businesses from './persistence/businesses.ts'
import * as markets from './persistence/markets.ts'
import { closePayment } from './use-cases/close-payment.ts'
import { giveBackMoney } from './use-cases/give-back.ts'
import { hearBooking, hearUnusable } from './use-cases/hear-booking.ts'
import { lookUp } from './use-cases/look-up.ts'
import { reconcileOpen, reconcilePayees } from './use-cases/reconcile.ts'
import { releaseFunds } from './use-cases/release-funds.ts'
import { replay } from './use-cases/replay.ts'

export function paymentService(deps: Deps): Service {
  const { db } = deps
  const router = Router()
  addRoutes(router, { ...deps, guestProof })
  return service(deps, {
    name: 'payment',
    router,
    consumers: [
      ...bookingEvents.map((event) =>
        consumer(db, 'payment.bookings', event, (tx, envelope) => hearBooking(deps, tx, envelope)),
      ),
      consumer(db, 'payment.unusable', bookingPaymentUnusable, (tx, envelope) => hearUnusable(deps, tx, envelope)),
      consumer(db, 'payment.markets', marketChanged, markets.project),
      consumer(db, 'payment.businesses', businessChanged, businesses.project),
      membershipConsumer(db, 'payment'),
    ],
    jobs: [
      job(jobs.look, ({ key, payload }) => lookUp(deps, payload.what, key)),
      job(jobs.release, ({ payload }) => releaseFunds(deps, payload.paymentId)),
      job(jobs.giveBack, ({ payload }) => giveBackMoney(deps, payload.refundId)),
      job(jobs.close, ({ payload }) => closePayment(deps, payload.paymentId)),
      job(jobs.reconcile, () => reconcileOpen(deps)),
      job(jobs.lookAtPayees, () => reconcilePayees(deps)),
    ],
    replay: () => replay(deps),
  })
}
