import { Router } from 'express'
import { guestProof } from '@buy-locals/booking-access/manage-link'
import { bookingEvents, bookingPaymentUnusable } from '@buy-locals/contracts/booking/events'
import { businessChanged, marketChanged } from '@buy-locals/contracts/business/events'
import { paymentEvents } from '@buy-locals/contracts/payment/events'
import { inTransaction } from '@buy-locals/service-kit/database'
import { consumer, projection } from '@buy-locals/service-kit/inbox'
import { job } from '@buy-locals/service-kit/jobs'
import { membershipConsumer } from '@buy-locals/service-kit/memberships'
import { service, type Service } from '@buy-locals/service-kit/service'
import type { Deps } from './deps.ts'
import { addRoutes } from './http/routes.ts'
import * as jobs from './jobs.ts'
import * as businesses from './persistence/businesses.ts'
import * as markets from './persistence/markets.ts'
import { retention } from './persistence/retention.ts'
import { clawBack } from './steps/claw-back.ts'
import { closePayment } from './use-cases/close-payment.ts'
import { erasePerson } from './use-cases/erase-person.ts'
import { exportPerson } from './use-cases/export-person.ts'
import { fetchAccount } from './steps/fetch-account.ts'
import { fetchDispute } from './use-cases/fetch-dispute.ts'
import { fetchPaymentIntent } from './steps/fetch-payment-intent.ts'
import { fetchRefund } from './use-cases/fetch-refund.ts'
import { handleBookings, handleUnusablePayment } from './use-cases/handle-booking.ts'
import { reconcile, refreshPayees } from './use-cases/reconcile.ts'
import { refundPayment } from './use-cases/refund-payment.ts'
import { releaseFunds } from './use-cases/release-funds.ts'
import { replay } from './use-cases/replay.ts'

const fetchByObject = {
  payment_intent: fetchPaymentIntent,
  refund: fetchRefund,
  dispute: fetchDispute,
  account: fetchAccount,
}

export function paymentService(deps: Deps): Service {
  const { db } = deps
  const router = Router()
  addRoutes(router, { ...deps, guestProof })
  return service(deps, {
    name: 'payment',
    router,
    publishes: paymentEvents,
    consumers: [
      ...bookingEvents.map((event) =>
        projection(db, 'payment.bookings', event, (batch, events) =>
          inTransaction(batch, (tx) => handleBookings(deps, tx, events)),
        ),
      ),
      consumer(db, 'payment.unusable', bookingPaymentUnusable, (tx, envelope) =>
        handleUnusablePayment(deps, tx, envelope),
      ),
      projection(db, 'payment.markets', marketChanged, markets.project),
      projection(db, 'payment.businesses', businessChanged, businesses.project),
      membershipConsumer(db, 'payment'),
    ],
    jobs: [
      job(jobs.fetchJob, ({ key, payload }) => fetchByObject[payload.object](deps, key)),
      job(jobs.refreshJob, ({ key, payload }) => fetchByObject[payload.object](deps, key)),
      job(jobs.releaseJob, ({ payload }) => releaseFunds(deps, payload.paymentId)),
      job(jobs.refundJob, ({ payload }) => refundPayment(deps, payload.refundId)),
      job(jobs.clawBackJob, ({ payload }) => clawBack(deps, payload.clawBackId)),
      job(jobs.closeJob, ({ payload }) => closePayment(deps, payload.paymentId)),
      job(jobs.reconcileJob, () => reconcile(deps)),
      job(jobs.refreshPayeesJob, () => refreshPayees(deps)),
    ],
    retention,
    replay: () => replay(deps),
    erasePerson: (person) => erasePerson(deps, person),
    exportPerson: (personId) => exportPerson(deps, personId),
  })
}
