import * as auth from '@buy-locals/contracts/auth/operations'
import * as booking from '@buy-locals/contracts/booking/operations'
import * as business from '@buy-locals/contracts/business/operations'
import * as host from '@buy-locals/contracts/host/operations'
import * as notification from '@buy-locals/contracts/notification/operations'
import type { Operation } from '@buy-locals/contracts/operation'
import { operations } from '@buy-locals/contracts/operations'
import * as payment from '@buy-locals/contracts/payment/operations'
import * as review from '@buy-locals/contracts/review/operations'

export type Chapter = { name: string; operations: readonly Operation[] }

/** In the order in which somebody who builds on the API needs them: first what a customer does, from finding to reviewing. */
export const chapters: readonly Chapter[] = [
  {
    name: 'Find a business',
    operations: [
      ...[business.searchBusinesses, business.findSuggestions, business.readBusiness],
      ...[booking.listServices, booking.listStaff],
      ...[review.listReviews, business.findPlaces, business.suggestPlaces, business.readPlace, business.listMarkets],
      ...[business.readSitemap, business.readSitemapPage, business.reportListing],
    ],
  },
  {
    name: 'Book',
    operations: [
      ...[booking.findSlots, booking.quote, booking.book, booking.readBooking, booking.readBookingFile],
      ...[booking.rescheduleBooking, booking.cancelBooking, booking.listMyBookings],
      ...[booking.listMessages, booking.sendMessage, booking.markMessagesRead, booking.reportMessage],
      ...[booking.openManageLink, notification.mailBookingLinks, booking.eraseGuest],
    ],
  },
  {
    name: 'Pay',
    operations: [payment.payBooking, payment.readReceipt, booking.fileComplaint, booking.acceptRefund],
  },
  {
    name: 'Review',
    operations: [
      ...[review.writeReview, review.readReview],
      ...[review.listReviewPhotos, review.addReviewPhoto, review.deleteReviewPhoto],
    ],
  },
  {
    name: 'Account',
    operations: [
      ...[auth.register, auth.verifyEmail, auth.sendVerification, auth.login, auth.signInWithCode],
      ...[auth.listProviders, auth.startProviderSignIn, auth.finishProviderSignIn, auth.confirmProviderLink],
      ...[auth.refresh, auth.logout],
      ...[auth.forgotPassword, auth.resetPassword, auth.readMe, auth.changeMe],
      ...[auth.changePassword, auth.changeEmail, auth.listSessions, auth.endSession],
      ...[auth.readSecondFactor, auth.startSecondFactor, auth.turnOnSecondFactor, auth.turnOffSecondFactor],
      ...[auth.renewRecoveryCodes, auth.confirmIdentity],
      ...[auth.listMyProviders, auth.startProviderLink, auth.unlinkProvider],
      ...[auth.requestExport, auth.readExport, auth.downloadExport, auth.eraseMe],
      ...[notification.listNotifications, notification.markNotificationsRead, auth.createRealtimeToken],
      ...[notification.readNotificationPreferences, notification.changeNotificationPreferences],
      ...[notification.readSubscription, notification.unsubscribe],
      ...[notification.readSmsNumber, notification.requestSmsNumber, notification.confirmSmsNumber],
      ...[notification.removeSmsNumber, notification.readMailAddress, notification.resumeMail],
      ...[notification.listDevices, notification.registerDevice, notification.removeDevice],
    ],
  },
  {
    name: 'Run a business',
    operations: [
      ...[business.registerBusiness, business.changeBusiness, business.changeHours, business.publishBusiness],
      ...[business.claimBusiness, business.confirmClaim],
      business.listDetailPhotos,
      ...[business.listPhotos, business.addPhoto, business.changePhoto, business.orderPhotos, business.deletePhoto],
      ...[booking.addService, booking.changeService, booking.addStaff, booking.changeStaff],
      ...[booking.listResources, booking.addResource, booking.changeResource],
      ...[booking.listBusinessBookings, booking.bookForCustomer, booking.completeBooking, booking.markNoShow],
      ...[booking.changeBooking, booking.reopenBooking, booking.refundBooking, booking.replyToComplaint],
      ...[booking.messageGroupSession, booking.cancelGroupSession, booking.findBookingsOutsideHours],
      ...[booking.blockTime, booking.unblockTime, review.replyToReview, review.flagReview],
      ...[booking.listCustomers, booking.listCustomerNames, booking.readCustomer, booking.listCustomerBookings],
      ...[notification.readReminders, notification.changeReminders, notification.readCustomerMail],
      ...[booking.addCustomerNote, booking.changeCustomerNote, booking.deleteCustomerNote],
    ],
  },
  {
    name: 'Team',
    operations: [
      ...[auth.listMembers, auth.addMember, auth.removeMember, auth.withdrawInvitation],
      ...[auth.readInvitationLink, auth.joinBusiness, auth.listInvitations, auth.acceptInvitation],
      ...[auth.declineInvitation, auth.leaveBusiness],
    ],
  },
  {
    name: 'Payouts',
    operations: [
      payment.onboardPayee,
      payment.readPayee,
      payment.readBalance,
      payment.readEarnings,
      payment.listTransactions,
    ],
  },
  {
    name: 'Operate a market',
    operations: [
      ...[business.listMarketBusinesses, business.approveBusiness, business.suspendBusiness, business.changeMarket],
      ...[review.listFlaggedReviews, review.decideFlag],
      ...[booking.listReportedMessages, booking.decideMessageReport],
      ...[auth.listOwners, booking.listComplaints, booking.decideComplaint, payment.listRefusedPayments],
      ...[business.listListingReports, business.resolveListingReport, business.listClaims],
      ...[auth.readClaimant, business.decideClaim],
    ],
  },
  {
    name: 'Server',
    operations: [
      host.readConfig,
      payment.stripeWebhook,
      notification.receiveTwilioSms,
      notification.receiveTwilioStatus,
      notification.receiveMailEvents,
    ],
  },
]

const placed = new Set(chapters.flatMap((chapter) => chapter.operations))
const homeless = operations.filter((operation) => !placed.has(operation)).map(({ id }) => id)
if (homeless.length > 0) throw new Error(`In no chapter of the documentation: ${homeless.join(', ')}`)
