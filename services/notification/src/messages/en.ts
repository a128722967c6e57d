import { complaintDays } from '@buy-locals/contracts/booking/shapes'
import type { About, ListingFault } from '../domain/notifications.ts'
import { bookingLines, formatAmount, type BookingTexts } from './booking-lines.ts'
import { complaintLines, type ComplaintTexts } from './complaint-lines.ts'

export type MailText = { subject: string; lines: string[]; action?: { label: string } }

const arrival = 'It takes 5–10 days to arrive.'
const amountOf = (refund: string | undefined) => (refund ? `${refund} is refunded` : 'nothing is refunded')
/** A business reads it in the thread alone. */
const reportReason = ({ message }: About) => (message ? `Reason: ${message}` : 'Read why below the message.')
const visit = ({ service, business, when }: About) => `${service} at ${business}, ${when}`

/** For the business: who booked what. */
const visitor = ({ by, service }: About) => [by, service].filter(Boolean).join(', ')
const visitorAndPlace = (about: About) => `${visitor(about)}, at ${about['business']}`
const cancelledAtBusiness = (about: About): MailText => ({
  subject: `Canceled: ${visitor(about)}, ${about['when']}`,
  lines: [visitorAndPlace(about), `When: ${about['when']}`, 'The time can be booked again.'],
  action: { label: 'See the booking' },
})
export const bookingTexts: BookingTexts = {
  what: (service, staff, people) =>
    `${service}${staff ? ` with ${staff}` : ''}${people > 1 ? `, ${people} people` : ''}`,
  where: (place) => `Where: ${place}`,
  phone: (number) => `Phone: ${number}`,
  free: 'Price: free',
  dueAtAppointment: (price) => `Price: ${price}, due at appointment`,
  paidOnline: (price) => `Price: ${price}, paid online`,
  deposit: (price, paid, rest) => `Price: ${price}. Deposit paid online: ${paid}. Due at appointment: ${rest}.`,
  cancelBy: (when) => `If you can’t make it, cancel by ${when}.`,
  freeAlways: 'Free cancellation until it starts.',
  freeUntil: (when) => `Free cancellation until ${when}.`,
  later: (refund) => `After that, ${amountOf(refund)}.`,
  cancelled: (refund) => `If you cancel, ${amountOf(refund)}.`,
  noShow: (refund) => (refund ? `After a no-show, ${amountOf(refund)}.` : 'No-shows aren’t refunded.'),
  refunded: (refund) => (refund ? `Refunded: ${refund}. ${arrival}` : 'No refund, under the cancellation policy.'),
  message: (business, message) => `Message from ${business}: ${message}`,
}
const booking = bookingLines(bookingTexts)

export const complaintTexts: ComplaintTexts = {
  resolved: 'The reported problem has been resolved.',
  refunded: 'We reviewed the problem and decided on a refund.',
  declined: 'We reviewed the problem and decided against a refund.',
  declinedMore: 'We reviewed the problem and decided against any further refund.',
  reason: (message) => `Reason: ${message}`,
  nothing: 'Nothing is refunded.',
  arrival,
  consumer: {
    accepted: (business) => `You accepted the refund that ${business} offered, so the problem is resolved.`,
    upheld: 'We reviewed the problem, and we agree with you.',
    rejected: (business) => `We reviewed the problem, and we agree with ${business}.`,
    all: (refund) => `All that you paid online is refunded: ${refund}.`,
    some: (refund, paid) => `In all, ${refund} of the ${paid} you paid online is refunded.`,
  },
  business: {
    accepted: () => 'The customer accepted the refund you offered, so the problem is resolved.',
    upheld: 'We reviewed the problem, and we agree with the customer.',
    rejected: () => 'We reviewed the problem, and we agree with you.',
    all: (refund) => `All that the customer paid online is refunded: ${refund}.`,
    some: (refund, paid) => `In all, ${refund} of the ${paid} the customer paid online is refunded.`,
  },
}
const complaint = complaintLines(complaintTexts)

const faults: Record<ListingFault, string> = {
  closed: 'Closed for good',
  'wrong-address': 'Wrong address',
  'wrong-phone': 'Wrong phone number',
  'not-a-business': 'Not a business',
  other: 'Something else',
}

const deviceText = ({ browser, system }: About) => (browser && system ? ` (${browser} on ${system})` : '')

/** Every mail, by its kind. `when` is the start in full, in the business's zone. */
const mails = {
  'verify-email': () => ({
    subject: 'Verify your email',
    lines: [
      'Welcome to Buy Locals.',
      'Open the link to confirm that this email address is yours. The link works for three days.',
      'If you didn’t create this account, ignore this email: nobody else can use your address. Or open the link and choose a password, and the account is yours.',
    ],
    action: { label: 'Verify my email' },
  }),
  'reset-password': () => ({
    subject: 'Set a new password',
    lines: [
      'Someone, probably you, asked to set a new password.',
      'The link works for an hour. If it wasn’t you, ignore this email: nothing has changed.',
    ],
    action: { label: 'Set a new password' },
  }),
  'change-email': () => ({
    subject: 'Confirm your new email',
    lines: [
      'You asked to use this address for your Buy Locals account.',
      'Follow the link within a day to confirm it. Until then your old address stays.',
      'If you didn’t ask for this, ignore this email.',
    ],
    action: { label: 'Confirm this address' },
  }),
  'email-changed': () => ({
    subject: 'Your email was changed',
    lines: [
      'Your Buy Locals account now has another email address. Mail about it goes there.',
      'If it wasn’t you, tell the people who run this site: somebody has your password.',
    ],
  }),
  'password-changed': () => ({
    subject: 'Your password was changed',
    lines: [
      'Your Buy Locals password was just changed, and you were signed out everywhere else.',
      'If it wasn’t you, set a new password now.',
    ],
    action: { label: 'Set a new password' },
  }),
  'mail-check': () => ({
    subject: 'Email reaches you again',
    lines: [
      'You asked us to try this address again. This email arrived, so you’ll get our emails as before.',
      'There’s nothing else to do.',
    ],
    action: { label: 'Go to my account' },
  }),
  'new-device': ({ when, ...device }) => ({
    subject: 'New sign-in to your account',
    lines: [
      `Somebody signed in to your Buy Locals account on a device we haven’t seen before${deviceText(device)}.`,
      `When: ${when}`,
      'If it was you, there’s nothing to do. If it wasn’t, set a new password now: it signs everybody out.',
    ],
    action: { label: 'Set a new password' },
  }),
  'second-factor-on': () => ({
    subject: 'Two-step verification is on',
    lines: [
      'From now on, signing in to your Buy Locals account takes a code from your phone as well.',
      'If it wasn’t you, set a new password now and tell the people who run this site.',
    ],
    action: { label: 'Set a new password' },
  }),
  'second-factor-off': () => ({
    subject: 'Two-step verification is off',
    lines: [
      'From now on, your password is enough to sign in to your Buy Locals account.',
      'If it wasn’t you, set a new password now and turn it on again.',
    ],
    action: { label: 'Set a new password' },
  }),
  'recovery-code-used': () => ({
    subject: 'A recovery code was used',
    lines: [
      'One of your recovery codes was just used for your Buy Locals account. It doesn’t work again.',
      'If it wasn’t you, set a new password now and get new recovery codes.',
    ],
    action: { label: 'Set a new password' },
  }),
  'provider-linked': () => ({
    subject: 'Another way to sign in was added',
    lines: [
      'Another account was just connected to your Buy Locals account. It can be used to sign in.',
      'If it wasn’t you, set a new password now and disconnect it on your account page.',
    ],
    action: { label: 'Set a new password' },
  }),
  'provider-unlinked': () => ({
    subject: 'A way to sign in was removed',
    lines: [
      'Another account was just disconnected from your Buy Locals account. It can’t be used to sign in anymore.',
      'If it wasn’t you, set a new password now.',
    ],
    action: { label: 'Set a new password' },
  }),
  invitation: ({ business }) => ({
    subject: `${business} invited you`,
    lines: [
      `${business} invites you to their team on Buy Locals.`,
      'Open the link to join. It works for 30 days.',
      'If you don’t know them, you can ignore this email.',
    ],
    action: { label: 'Join the team' },
  }),
  'export-ready': () => ({
    subject: 'Your data is ready',
    lines: [
      'You asked for a copy of your data. Sign in to download it within the next 7 days.',
      'If it wasn’t you, change your password.',
    ],
    action: { label: 'Download my data' },
  }),
  /** Of an earlier release: it may wait to be sent. */
  'manage-link': () => ({
    subject: 'Your booking',
    lines: ['Only you have this link. It shows your booking and lets you cancel it, without an account.'],
    action: { label: 'See my booking' },
  }),
  'booking-held': (about) => ({
    subject: `Pay by ${about['payBy']}: ${about['service']} at ${about['business']}`,
    lines: [
      `We’re holding this time for you until ${about['payBy']}. Pay ${formatAmount(about, about['deposit'])} to confirm it.`,
      booking.what(about),
      `When: ${about['when']}`,
      ...booking.place(about),
      'If you no longer want it, do nothing. You won’t be charged.',
    ],
    action: { label: 'Pay now' },
  }),
  'booking-expired': (about) => ({
    subject: `Not booked: ${about['service']} at ${about['business']}`,
    lines: [`We no longer hold this time, because it wasn’t paid: ${visit(about)}. You weren’t charged.`],
    action: { label: 'See the booking' },
  }),
  'hold-cancelled': (about) => ({
    subject: `Not booked: ${about['service']} at ${about['business']}`,
    lines: [
      `The business canceled this before it was paid: ${visit(about)}. You weren’t charged.`,
      ...booking.message(about),
    ],
    action: { label: 'See the booking' },
  }),
  'booking-confirmed': (about) => ({
    subject: `Booked: ${about['service']} at ${about['business']}`,
    lines: [
      booking.what(about),
      `When: ${about['when']}`,
      ...booking.place(about),
      ...booking.price(about),
      ...booking.policy(about),
    ],
    action: { label: 'See my booking' },
  }),
  'booking-reminder': (about) => ({
    subject: `Reminder: ${about['service']} at ${about['business']}, ${about['when']}`,
    lines: [
      booking.what(about),
      `When: ${about['when']}`,
      ...booking.place(about),
      'If you can’t make it, open the booking to change or cancel it.',
    ],
    action: { label: 'See my booking' },
  }),
  'booking-rescheduled': (about) => ({
    subject: `New time: ${about['service']} at ${about['business']}`,
    lines: [
      visit(about),
      `Previous time: ${about['previously']}.`,
      'If the new time doesn’t work for you, open the booking to change or cancel it.',
    ],
    action: { label: 'See my booking' },
  }),
  'move-held': (about) => ({
    subject: `Pay by ${about['payBy']}: new time for ${about['service']} at ${about['business']}`,
    lines: [
      `We’re holding ${about['newTime']} for you until ${about['payBy']}. Pay ${formatAmount(about)} to change to it.`,
      `If you do nothing, your booking stays on ${about['when']}, and you won’t be charged.`,
    ],
    action: { label: 'Pay now' },
  }),
  'move-expired': (about) => ({
    subject: `Time not changed: ${about['service']} at ${about['business']}`,
    lines: [
      `Your booking stays on ${about['when']}.`,
      'We no longer hold the other time, because the difference wasn’t paid.',
    ],
    action: { label: 'See my booking' },
  }),
  'booking-links': (about) => ({
    subject: 'Your bookings',
    lines: [
      'You, or someone else, asked for a link to the bookings made with this email address.',
      visit(about),
      ...(about['more'] ? [`And ${about['more']} more.`] : []),
      'If it wasn’t you, you can ignore this email.',
    ],
    action: { label: 'See my bookings' },
  }),
  'booking-cancelled': (about) => ({
    subject: `Canceled: ${about['service']} at ${about['business']}`,
    lines: [visit(about), 'This booking is canceled.', ...booking.message(about), ...booking.refund(about)],
    action: { label: 'See the booking' },
  }),
  'booking-completed': (about) => ({
    subject: `How was ${about['business']}?`,
    lines: [visit(about), 'Leave a review to help others choose. The business may reply.'],
    action: { label: 'Write a review' },
  }),
  'booking-no-show': (about) => ({
    subject: `Marked as no-show: ${about['service']} at ${about['business']}`,
    lines: [
      visit(about),
      'The business marked this booking as a no-show. If you were there, report a problem on the booking’s page.',
    ],
    action: { label: 'See the booking' },
  }),
  'payment-unusable': (about) => ({
    subject: 'Your payment arrived too late and is refunded',
    lines: [visit(about), `The time was taken before your payment arrived. We’re refunding it in full. ${arrival}`],
    action: { label: 'Find another time' },
  }),
  'difference-unusable': (about) => ({
    subject: 'Your booking keeps its time, and the difference is refunded',
    lines: [
      `Your booking hasn’t changed: ${visit(about)}`,
      `The new time was no longer held when your payment arrived. We’re refunding the difference you paid. ${arrival}`,
    ],
    action: { label: 'See your booking' },
  }),
  'session-message': (about) => ({
    subject: `Message from ${about['business']}: ${about['service']}`,
    lines: [visit(about), ...booking.message(about)],
    action: { label: 'See my booking' },
  }),
  'message-from-business': (about) => ({
    subject: `New message from ${about['business']}: ${about['service']}`,
    lines: [visit(about), `${about['business']} wrote to you. Read the message and reply on your booking’s page.`],
    action: { label: 'Read the message' },
  }),
  'message-from-customer': (about) => ({
    subject: `New message: ${visitor(about)}, ${about['when']}`,
    lines: [visitorAndPlace(about), `When: ${about['when']}`, 'Read the message and reply in the dashboard.'],
    action: { label: 'Read the message' },
  }),
  'message-reported': (about) => ({
    subject: `A message was reported: ${about['service']} at ${about['business']}`,
    lines: [
      visit(about),
      about['sentBy'] === 'consumer'
        ? `${about['business']} asks you to look at a message from the customer.`
        : `The customer asks you to look at a message from ${about['business']}.`,
      'Both sides can read it until you decide. If more messages about this booking are reported today, you find them in the list, without another email.',
    ],
    action: { label: 'Read it and decide' },
  }),
  'message-kept': (about) => ({
    subject: `The message you reported stays: ${about['service']}`,
    lines: [visit(about), 'We looked at the message that you reported, and it stays.', reportReason(about)],
    action: { label: 'See the messages' },
  }),
  'message-removed': (about) => ({
    subject: `The message you reported was removed: ${about['service']}`,
    lines: [
      visit(about),
      'We removed the message that you reported. Neither side can read it now.',
      reportReason(about),
    ],
    action: { label: 'See the messages' },
  }),
  'own-message-removed': (about) => ({
    subject: `A message of yours was removed: ${about['service']}`,
    lines: [
      visit(about),
      'A message that you sent was reported, and we removed it. Neither side can read it now.',
      reportReason(about),
    ],
    action: { label: 'See the messages' },
  }),
  'complaint-received': (about) => ({
    subject: `We’ve received your report: ${about['service']} at ${about['business']}`,
    lines: [
      visit(about),
      'The business can reply now. We read both sides.',
      `We decide by ${about['decideBy']} at the latest.`,
    ],
    action: { label: 'See my report' },
  }),
  'complaint-filed': (about) => ({
    subject: `A customer reported a problem: ${about['service']}`,
    lines: [
      visit(about),
      about['paid']
        ? 'Read what they wrote, and reply. You can offer a refund of any size: if they accept it, nobody has to decide.'
        : 'Read what they wrote, and reply.',
      `We decide by ${about['decideBy']} at the latest.`,
    ],
    action: { label: 'Read and reply' },
  }),
  'complaint-ready': (about) => ({
    subject: `Ready to decide: ${about['service']} at ${about['business']}`,
    lines: [
      visit(about),
      `A customer reported a problem, and ${about['business']} replied. Read both sides and decide.`,
      `Decide by ${about['decideBy']}.`,
    ],
    action: { label: 'Read both sides' },
  }),
  'complaint-unreplied': (about) => ({
    subject: `No reply, ready to decide: ${about['service']} at ${about['business']}`,
    lines: [
      visit(about),
      `A customer reported a problem, and ${about['business']} hasn’t replied in ${complaintDays.reply} days. You can decide now.`,
      `Decide by ${about['decideBy']}.`,
    ],
    action: { label: 'Read it and decide' },
  }),
  'booking-refunded': (about) => ({
    subject: `${about['business']} refunded you`,
    lines: [visit(about), ...booking.refund(about)],
    action: { label: 'See my booking' },
  }),
  'complaint-replied': (about) => ({
    subject: `${about['business']} replied to your report`,
    lines: [
      visit(about),
      about['amount']
        ? `${about['business']} offers to refund ${formatAmount(about)}. Accept the offer, or wait for our decision.`
        : `Read what ${about['business']} wrote. We read both sides before we decide.`,
    ],
    action: { label: 'Read the reply' },
  }),
  'daily-digest': ({ count }) => ({
    subject: count === 1 ? 'Your day: 1 update' : `Your day: ${count} updates`,
    lines: ['This happened in the last 24 hours:'],
    action: { label: 'Open the dashboard' },
  }),
  'booking-new': (about) => ({
    subject: `New booking: ${visitor(about)}, ${about['when']}`,
    lines: [visitorAndPlace(about), `When: ${about['when']}`],
    action: { label: 'See the booking' },
  }),
  'booking-moved': (about) => ({
    subject: `Moved: ${visitor(about)}, ${about['when']}`,
    lines: [visitorAndPlace(about), `New time: ${about['when']}`, `Before: ${about['previously']}`],
    action: { label: 'See the booking' },
  }),
  'booking-reassigned': (about) => ({
    subject: `No longer yours: ${visitor(about)}, ${about['when']}`,
    lines: [visitorAndPlace(about), `When: ${about['when']}`, 'Someone else on the team takes it.'],
    action: { label: 'See the booking' },
  }),
  'booking-cancelled-by-customer': cancelledAtBusiness,
  'booking-cancelled-by-business': cancelledAtBusiness,
  'review-new': ({ by, stars }) => ({
    subject: `New review: ${stars} of 5 stars`,
    lines: [
      `${by ?? 'A customer'} reviewed their visit: ${stars} of 5 stars.`,
      'You can reply once; replies are public.',
    ],
    action: { label: 'Read and reply' },
  }),
  'review-flagged': ({ business, by, stars }) => ({
    subject: `${business} reported a review`,
    lines: [
      `${business} asks you to look at a review by ${by}: ${stars} of 5 stars.`,
      'It stays in view until you decide.',
    ],
    action: { label: 'Read it and decide' },
  }),
  'review-kept': ({ business, by, message }) => ({
    subject: `The review by ${by} stays`,
    lines: [`We looked at the review of ${business} that you reported, and it stays.`, `Reason: ${message}`],
    action: { label: 'See the reviews' },
  }),
  'review-removed': ({ business, by, message }) => ({
    subject: `The review by ${by} was removed`,
    lines: [
      `We removed the review of ${business} that you reported. It no longer counts in the rating.`,
      `Reason: ${message}`,
    ],
    action: { label: 'See the reviews' },
  }),
  'own-review-removed': ({ business, message }) => ({
    subject: `Your review of ${business} was removed`,
    lines: [`${business} reported your review, and we removed it.`, `Reason: ${message}`],
    action: { label: 'See the booking' },
  }),
  'business-approved': ({ business }) => ({
    subject: `${business} is live`,
    lines: [`${business} was approved. Customers can find it now.`],
    action: { label: 'Open the dashboard' },
  }),
  'business-returned': ({ business, message }) => ({
    subject: `${business} needs a change before it can go live`,
    lines: [
      `We looked at ${business} and sent it back to you.`,
      `Reason: ${message}`,
      'Change it and submit it again.',
    ],
    action: { label: 'Open the profile' },
  }),
  'business-rejected': ({ business, message }) => ({
    subject: `${business} was not approved`,
    lines: [`${business} can’t be published.`, `Reason: ${message}`],
    action: { label: 'Open the profile' },
  }),
  'change-approved': ({ business }) => ({
    subject: `Your changes to ${business} are live`,
    lines: ['Customers see the new details now.'],
    action: { label: 'Open the dashboard' },
  }),
  'change-refused': ({ business, message }) => ({
    subject: `Your changes to ${business} were not approved`,
    lines: ['Customers still see the details from before.', ...(message ? [`Reason: ${message}`] : [])],
    action: { label: 'Open the profile' },
  }),
  'complaint-decided': (about) => ({
    subject: `Resolved: ${about['service']} at ${about['business']}`,
    lines: [visit(about), ...complaint(about)],
    action: { label: 'See the decision' },
  }),
  'payment-refunded': (about) => ({
    subject: `Refunded: ${formatAmount(about)} paid to ${about['business']}`,
    lines: [
      `We refunded ${formatAmount(about)} of what you paid online for your booking at ${about['business']}. ${arrival}`,
    ],
    action: { label: 'See the booking' },
  }),
  'refund-refused': (about) => ({
    subject: `A refund of ${formatAmount(about)} by ${about['business']} failed`,
    lines: [
      `A customer of ${about['business']} is due ${formatAmount(about)}, but Stripe or their bank declined the refund.`,
      'Refund it another way in Stripe’s dashboard, or contact the customer. Until then, we hold the money.',
    ],
    action: { label: 'See the payment' },
  }),
  'transfer-refused': (about) => ({
    subject: `A transfer of ${formatAmount(about)} to ${about['business']} failed`,
    lines: [
      `Stripe keeps declining a transfer of ${formatAmount(about)} to ${about['business']}.`,
      'Check the account and its balance in Stripe’s dashboard. We try again every hour.',
    ],
    action: { label: 'See the payment' },
  }),
  'business-suspended': ({ business, message, contact }) => ({
    subject: `${business} is suspended`,
    lines: [
      `We suspended ${business}, so customers can’t find or book it for now.`,
      `Reason: ${message}`,
      'Existing bookings are kept. Once this is resolved, your market operator can publish it again.',
      ...(contact ? [`Questions? Write to ${contact}.`] : []),
    ],
    action: { label: 'See my business' },
  }),
  'claim-link': ({ business }) => ({
    subject: `Claim ${business} on Buy Locals`,
    lines: [
      `Someone with a Buy Locals account says that ${business} is theirs and gave this address.`,
      'If it was you, open the link where you are signed in, within two days. You can then manage the page.',
      'If it wasn’t you, ignore this email: nothing happens, whoever opens the link.',
    ],
    action: { label: 'Claim the page' },
  }),
  'claim-filed': ({ business, by = 'Someone' }) => ({
    subject: `${by} claims ${business}`,
    lines: [`${by} says that ${business} is theirs. Check what they wrote, then approve or reject it.`],
    action: { label: 'See the claim' },
  }),
  'listing-reported': ({ business, fault }) => ({
    subject: `Someone reported a problem with ${business}`,
    lines: [
      `What’s wrong with the page: ${faults[fault as ListingFault]}`,
      'Check it, then mark the report as resolved. If others report this page today, you find that in the list, without another email.',
    ],
    action: { label: 'See the reports' },
  }),
  'claim-received': ({ business }) => ({
    subject: `We’ve received your claim of ${business}`,
    lines: [`We check that ${business} is yours, and email you the answer.`],
  }),
  'claim-approved': ({ business }) => ({
    subject: `${business} is yours`,
    lines: [`You can now manage the page of ${business}: check its profile and hours, and add services to be booked.`],
    action: { label: 'Manage the page' },
  }),
  'claim-rejected': ({ business, message }) => ({
    subject: `Your claim of ${business} was not approved`,
    lines: [
      message ? `Reason: ${message}` : `Someone else showed that ${business} is theirs.`,
      'If that is wrong, contact the people who run this site.',
    ],
  }),
  'dispute-inquiry': (about) => ({
    subject: `A bank is asking about a payment of ${formatAmount(about)}`,
    lines: [
      `A customer’s bank is asking about a payment of ${formatAmount(about)} to ${about['business']}.`,
      'The money stays where it is until the bank gets its answer.',
    ],
    action: { label: 'See the booking' },
  }),
  'dispute-open': (about) => ({
    subject: `A payment of ${formatAmount(about)} was disputed`,
    lines: [
      `A customer’s bank took back ${formatAmount(about)} that was paid to ${about['business']}.`,
      'What was already sent to the business is kept from its next payments until the bank decides.',
    ],
    action: { label: 'See the booking' },
  }),
} satisfies Record<string, (about: About) => MailText>

export const en = {
  greeting: (name: string) => (name ? `Hello ${name},` : 'Hello,'),
  unsubscribe: 'Stop these emails',
  mails,
}
