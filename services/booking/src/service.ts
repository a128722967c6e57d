import { Router } from 'express'
import { guestProof } from '@buy-locals/booking-access/manage-link'
import { membershipChanged, personChanged, personErased } from '@buy-locals/contracts/auth/events'
import {
  availabilityChanged,
  bookingEvents,
  bookingPaymentUnusable,
  manageLinkIssued,
  messageReportDecided,
  messageReported,
  messageSent,
  messagesRead,
  serviceChanged,
  staffChanged,
  sessionMessageSent,
} from '@buy-locals/contracts/booking/events'
import { businessChanged, marketChanged } from '@buy-locals/contracts/business/events'
import { payeeChanged, paymentSucceeded } from '@buy-locals/contracts/payment/events'
import { inTransaction } from '@buy-locals/service-kit/database'
import { contention } from '@buy-locals/service-kit/contention'
import { consumer, projection } from '@buy-locals/service-kit/inbox'
import { job } from '@buy-locals/service-kit/jobs'
import { membershipConsumer } from '@buy-locals/service-kit/memberships'
import { service, type Service } from '@buy-locals/service-kit/service'
import { shareBriefly } from '@buy-locals/service-kit/share-briefly'
import type { Deps, HostedDeps } from './deps.ts'
import { addBookingRoutes } from './http/booking-routes.ts'
import { addBusinessRoutes } from './http/business-routes.ts'
import { addCustomerRoutes } from './http/customer-routes.ts'
import { addThreadRoutes } from './http/thread-routes.ts'
import { addCatalogueRoutes } from './http/catalogue-routes.ts'
import {
  autoCompleteJob,
  countFarStartsJob,
  countFreeStartsJob,
  endComplaintsJob,
  expireHoldJob,
  publishComplaintsJob,
  restartFarCountJob,
  rollFreeStartsJob,
} from './jobs.ts'
import * as businesses from './persistence/businesses.ts'
import * as markets from './persistence/markets.ts'
import * as payees from './persistence/payees.ts'
import * as services from './persistence/service-repository.ts'
import { retention } from './persistence/retention.ts'
import { expireHold } from './steps/expire-holds.ts'
import { scheduleFreeStartsCount } from './steps/schedule-jobs.ts'
import { claimGuestBookings } from './use-cases/claim-guest-bookings.ts'
import { autoCompleteBooking } from './use-cases/complete-booking.ts'
import { countFarStarts } from './use-cases/count-far-starts.ts'
import { countFreeStarts } from './use-cases/count-free-starts.ts'
import { erasePerson } from './use-cases/erase-person.ts'
import { exportPerson } from './use-cases/export-person.ts'
import { finalizeBooking } from './use-cases/finalize-booking.ts'
import { linkCalendar } from './use-cases/link-calendar.ts'
import { handlePayment } from './use-cases/handle-payment.ts'
import { replay, replayComplaints } from './use-cases/replay.ts'
import { restartFarCount } from './use-cases/restart-far-count.ts'
import { rollFreeStarts } from './use-cases/roll-free-starts.ts'

export function bookingService(hosted: HostedDeps): Service {
  const deps: Deps = {
    ...hosted,
    shareAlternatives: shareBriefly({ ms: 250, max: 1_000 }),
    contention: contention({ mostAtOnce: hosted.triesAtOnce ?? 4, rememberMs: 5_000, max: 1_000 }),
  }
  const { db, clock } = deps
  const router = Router()
  const routeDeps = { ...deps, guestProof }
  addCatalogueRoutes(router, routeDeps)
  addBusinessRoutes(router, routeDeps)
  addCustomerRoutes(router, routeDeps)
  addBookingRoutes(router, routeDeps)
  addThreadRoutes(router, routeDeps)
  return service(deps, {
    name: 'booking',
    router,
    publishes: [
      ...bookingEvents,
      ...[
        bookingPaymentUnusable,
        manageLinkIssued,
        sessionMessageSent,
        messageSent,
        messagesRead,
        messageReported,
        messageReportDecided,
        serviceChanged,
        staffChanged,
        availabilityChanged,
      ],
      ...[personChanged, personErased], // of guests
    ],
    consumers: [
      membershipConsumer(db, 'booking'),
      consumer(db, 'booking.calendars', membershipChanged, (tx, event) => linkCalendar(deps, tx, event), {
        skips: ({ staffId }) => staffId === undefined,
      }),
      projection(db, 'booking.businesses', businessChanged, (batch, events) =>
        inTransaction(batch, async (tx) => {
          const changed = await businesses.project(tx, events)
          for (const id of await services.whichHaveAny(tx, changed)) await scheduleFreeStartsCount(tx, id, clock())
        }),
      ),
      projection(db, 'booking.markets', marketChanged, markets.project),
      projection(db, 'booking.payees', payeeChanged, (batch, events) =>
        inTransaction(batch, async (tx) => {
          await payees.project(tx, events)
          const businessIds = events.map(({ data }) => data.businessId)
          for (const id of await services.whichHaveAny(tx, businessIds)) await scheduleFreeStartsCount(tx, id, clock())
        }),
      ),
      consumer(db, 'booking.people', personChanged, (tx, event) => claimGuestBookings(deps, tx, event), {
        skips: ({ kind }) => kind === 'guest', // published by this service
      }),
      consumer(db, 'booking.payments', paymentSucceeded, (tx, event) => handlePayment(deps, tx, event)),
    ],
    jobs: [
      job(expireHoldJob, ({ payload: { bookingId } }) =>
        db.transaction().execute((tx) => expireHold(tx, clock(), bookingId)),
      ),
      job(autoCompleteJob, ({ payload: { bookingId } }) => autoCompleteBooking(deps, bookingId)),
      job(publishComplaintsJob, () => replayComplaints(deps)),
      job(endComplaintsJob, ({ payload: { bookingId } }) => finalizeBooking(deps, bookingId)),
      job(countFreeStartsJob, ({ payload: { businessId } }) => countFreeStarts(deps, businessId)),
      job(restartFarCountJob, ({ payload: { businessId } }) => restartFarCount(deps, businessId)),
      job(rollFreeStartsJob, ({ payload, attempts }) => rollFreeStarts(deps, payload, attempts)),
      job(countFarStartsJob, ({ payload: { businessId } }) => countFarStarts(deps, businessId)),
    ],
    retention,
    replay: () => replay(deps),
    erasePerson: (person) => erasePerson(deps, person),
    exportPerson: (personId) => exportPerson(deps, personId),
  })
}
