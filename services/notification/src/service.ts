import { Router } from 'express'
import { linkRequested, membershipChanged, personChanged, sessionEnded } from '@buy-locals/contracts/auth/events'
import {
  bookingEvents,
  bookingPaymentUnusable,
  manageLinkIssued,
  messageReportDecided,
  messageReported,
  messageSent,
  messagesRead,
  staffChanged,
  sessionMessageSent,
} from '@buy-locals/contracts/booking/events'
import {
  businessChanged,
  businessDecided,
  businessSuspended,
  claimDecided,
  claimFiled,
  claimLinkRequested,
  listingReported,
} from '@buy-locals/contracts/business/events'
import {
  paymentDisputed,
  paymentEvents,
  paymentMovementRefused,
  paymentRefunded,
} from '@buy-locals/contracts/payment/events'
import { reviewFlagDecided, reviewFlagged, reviewPublished, reviewReplied } from '@buy-locals/contracts/review/events'
import { inTransaction } from '@buy-locals/service-kit/database'
import { consumer, projection, repeatable } from '@buy-locals/service-kit/inbox'
import { job } from '@buy-locals/service-kit/jobs'
import { membershipConsumer } from '@buy-locals/service-kit/memberships'
import { service, type Service } from '@buy-locals/service-kit/service'
import type { Deps } from './deps.ts'
import { addDevInbox } from './http/dev-inbox.ts'
import { addOneClick } from './http/one-click.ts'
import { addRoutes } from './http/routes.ts'
import { addShortLinks } from './http/short-links.ts'
import {
  bookingLinksJob,
  bulkMailJob,
  bulkPushJob,
  bulkSmsJob,
  deviceJob,
  deviceRemovalJob,
  digestJob,
  mailJob,
  pushJob,
  reminderJob,
  smsJob,
  smsNoticeJob,
} from './jobs.ts'
import * as businesses from './persistence/businesses.ts'
import * as calendars from './persistence/calendars.ts'
import * as people from './persistence/people.ts'
import { retention } from './persistence/retention.ts'
import { removeDevicesOfSessions } from './use-cases/change-devices.ts'
import { erasePerson } from './use-cases/erase-person.ts'
import { exportPerson } from './use-cases/export-person.ts'
import { mailBookingLinks } from './use-cases/mail-booking-links.ts'
import { keepManageLinks, mailEmailLink } from './use-cases/mail-link.ts'
import { notifyOfBookings } from './use-cases/notify-of-booking.ts'
import { mailClaimLink, notifyOfClaim, notifyOfClaimDecision } from './use-cases/notify-of-claim.ts'
import { notifyOfListingReport } from './use-cases/notify-of-listing-report.ts'
import { notifyOfMessage } from './use-cases/notify-of-message.ts'
import { notifyOfDispute, notifyOfRefund, notifyOfRefusal } from './use-cases/notify-of-payment.ts'
import { notifyOfFlag, notifyOfFlagDecision, notifyOfReply, notifyOfReview } from './use-cases/notify-of-review.ts'
import { endUnread, notifyOfReport, notifyOfReportDecision, notifyOfSentMessage } from './use-cases/notify-of-thread.ts'
import { notifyOfDecision, notifyOfSuspension } from './use-cases/notify-of-suspension.ts'
import { pushChanges, pushMembershipEnd } from './use-cases/push-change.ts'
import { forgetDevice, reachDevice } from './use-cases/reach-device.ts'
import { remind } from './use-cases/remind.ts'
import { sendDigest } from './use-cases/send-digest.ts'
import { sendMail } from './use-cases/send-mail.ts'
import { sendPush } from './use-cases/send-push.ts'
import { sendSmsNotice } from './use-cases/send-sms-notice.ts'
import { sendSms } from './use-cases/send-sms.ts'

const everyBookingEvent = [...bookingEvents, bookingPaymentUnusable]
const pushedEvents = [
  ...everyBookingEvent,
  ...[messageSent, messagesRead, messageReportDecided],
  ...paymentEvents,
  ...[reviewPublished, reviewReplied, reviewFlagDecided],
]

export function notificationService(deps: Deps): Service {
  const { db } = deps
  const router = Router()
  addRoutes(router, deps)
  addShortLinks(router, db)
  addOneClick(router, deps)
  if (deps.hasDevInbox) addDevInbox(router, deps)
  const hosted = service(deps, {
    name: 'notification',
    router,
    publishes: [],
    consumers: [
      membershipConsumer(db, 'notification'),
      projection(db, 'notification.people', personChanged, people.project),
      projection(db, 'notification.calendars', staffChanged, calendars.project),
      projection(db, 'notification.businesses', businessChanged, businesses.project),
      projection(db, 'notification.devices', sessionEnded, (batch, events) =>
        inTransaction(batch, (tx) => removeDevicesOfSessions(deps, tx, events)),
      ),
      consumer(db, 'notification.session-messages', sessionMessageSent, (tx, event) =>
        notifyOfMessage(deps, tx, event),
      ),
      consumer(db, 'notification.messages', messageSent, (tx, event) => notifyOfSentMessage(deps, tx, event)),
      consumer(db, 'notification.read-messages', messagesRead, (tx, event) => endUnread(deps, tx, event)),
      consumer(db, 'notification.message-reports', messageReported, (tx, event) => notifyOfReport(deps, tx, event)),
      consumer(db, 'notification.message-report-decisions', messageReportDecided, (tx, event) =>
        notifyOfReportDecision(deps, tx, event),
      ),
      consumer(db, 'notification.suspensions', businessSuspended, (tx, event) => notifyOfSuspension(deps, tx, event)),
      consumer(db, 'notification.decisions', businessDecided, (tx, event) => notifyOfDecision(deps, tx, event)),
      consumer(db, 'notification.claim-links', claimLinkRequested, (tx, event) => mailClaimLink(deps, tx, event)),
      consumer(db, 'notification.claims', claimFiled, (tx, event) => notifyOfClaim(deps, tx, event)),
      consumer(db, 'notification.claim-decisions', claimDecided, (tx, event) => notifyOfClaimDecision(deps, tx, event)),
      consumer(db, 'notification.listing-reports', listingReported, (tx, event) =>
        notifyOfListingReport(deps, tx, event),
      ),
      consumer(db, 'notification.links', linkRequested, (tx, event) => mailEmailLink(deps, tx, event)),
      projection(db, 'notification.manage-links', manageLinkIssued, (batch, events) =>
        keepManageLinks(deps, batch, events),
      ),
      ...everyBookingEvent.map((type) =>
        projection(db, `notification.${type.type}`, type, (batch, events) =>
          inTransaction(batch, (tx) => notifyOfBookings(deps, tx, events)),
        ),
      ),
      consumer(db, 'notification.refunds', paymentRefunded, (tx, event) => notifyOfRefund(deps, tx, event)),
      consumer(db, 'notification.disputes', paymentDisputed, (tx, event) => notifyOfDispute(deps, tx, event)),
      consumer(db, 'notification.refusals', paymentMovementRefused, (tx, event) => notifyOfRefusal(deps, tx, event)),
      consumer(db, 'notification.reviews', reviewPublished, (tx, event) => notifyOfReview(deps, tx, event)),
      consumer(db, 'notification.replies', reviewReplied, (tx, event) => notifyOfReply(deps, tx, event)),
      consumer(db, 'notification.flags', reviewFlagged, (tx, event) => notifyOfFlag(deps, tx, event)),
      consumer(db, 'notification.flag-decisions', reviewFlagDecided, (tx, event) =>
        notifyOfFlagDecision(deps, tx, event),
      ),
      repeatable('notification.realtime-epochs', membershipChanged, async (events) => {
        for (const event of events) await pushMembershipEnd(deps, event)
      }),
      ...pushedEvents.map((type) =>
        repeatable(`notification.push.${type.type}`, type, (events) => pushChanges(deps, events)),
      ),
    ],
    jobs: [
      job(mailJob, (due) => sendMail(deps, due)),
      job(bulkMailJob, (due) => sendMail(deps, due)),
      job(smsJob, ({ key, payload }) => sendSms(deps, key, payload)),
      job(bulkSmsJob, ({ key, payload }) => sendSms(deps, key, payload)),
      job(smsNoticeJob, (due) => sendSmsNotice(deps, due)),
      job(pushJob, ({ key, payload }) => sendPush(deps, key, payload)),
      job(bulkPushJob, ({ key, payload }) => sendPush(deps, key, payload)),
      job(deviceJob, ({ payload: { deviceId } }) => reachDevice(deps, deviceId)),
      job(deviceRemovalJob, ({ payload: { address } }) => forgetDevice(deps, address)),
      job(reminderJob, ({ payload }) => remind(deps, payload)),
      job(bookingLinksJob, ({ payload }) => mailBookingLinks(deps, payload)),
      job(digestJob, ({ payload: { personId } }) => sendDigest(deps, personId)),
    ],
    retention,
    replay: async () => 0, // it publishes no events
    erasePerson: (person) => erasePerson(deps, person),
    exportPerson: (personId) => exportPerson(deps, personId),
  })
  return {
    ...hosted,
    close: async () => {
      deps.mail.close?.()
      deps.pushMessages?.close?.()
      await hosted.close()
    },
  }
}
