import { format, type Currency } from '@buy-locals/values/money'
import { formatPhone } from '@buy-locals/values/phone'
import { formatShare } from '@buy-locals/values/number-format'
import type { About } from '../domain/notifications.ts'

export type MailText = { subject: string; lines: string[]; action?: { label: string } }

const readerOf = ({ locale }: About) => ({ locale: String(locale ?? 'en-US') })
const formatAmount = (about: About) =>
  format(
    { amount: Number(about['amount'] ?? 0), currency: (about['currency'] ?? 'USD') as Currency },
    readerOf(about).locale,
  )
/** None where nothing was paid online. */
const refundLines = (about: About): string[] => {
  const { refundShare } = about
  return refundShare === undefined
    ? []
    : [`Refunded: ${formatShare(readerOf(about), Number(refundShare))} of what you paid online.`]
}
const visit = ({ service, business, when }: About) => `${service} at ${business}, ${when}`

const inDollars = (amount: unknown, about: About) => formatAmount({ ...about, amount: Number(amount ?? 0) })

function whatLine({ service, staff, partySize }: About): string {
  const people = Number(partySize ?? 1) > 1 ? `, ${partySize} people` : ''
  return `${service}${staff ? ` with ${staff}` : ''}${people}`
}

const placeLines = ({ business, address, phone }: About): string[] => [
  `Where: ${[business, address].filter(Boolean).join(', ')}`,
  ...(phone ? [`Phone: ${formatPhone(String(phone))}`] : []),
]

/** What it costs, and what of it is paid where. None where the price is not known. */
function priceLines(about: About): string[] {
  const { amount, payment, deposit } = about
  if (amount === undefined) return []
  if (amount === 0) return ['Price: free']
  const price = inDollars(amount, about)
  if (payment !== 'online') return [`Price: ${price}, due at appointment`]
  const rest = Number(amount) - Number(deposit ?? 0)
  if (rest === 0) return [`Price: ${price}, paid online`]
  return [
    `Price: ${price}. Deposit paid online: ${inDollars(deposit, about)}. Due at appointment: ${inDollars(rest, about)}.`,
  ]
}

const refundOf = (about: About, share: number) =>
  share === 0 ? 'nothing is refunded' : `${formatShare(readerOf(about), share)} is refunded`

/** Until when it can be cancelled for nothing, and what is refunded after that. */
function policyLines(about: About): string[] {
  const { freeUntil, freeUntilHours, lateRefundShare, noShowRefundShare, payment } = about
  if (freeUntilHours === undefined) return []
  if (payment !== 'online') return freeUntil ? [`If you can’t make it, cancel by ${freeUntil}.`] : []
  const late = refundOf(about, Number(lateRefundShare ?? 0))
  const free =
    freeUntilHours === 0
      ? 'Free cancellation until it starts.'
      : freeUntil
        ? `Free cancellation until ${freeUntil}. After that, ${late}.`
        : `If you cancel, ${late}.`
  const noShow = Number(noShowRefundShare ?? 0)
  return [`${free} ${noShow === 0 ? 'No-shows aren’t refunded.' : `After a no-show, ${refundOf(about, noShow)}.`}`]
}

const messageLines = ({ business, message }: About) => (message ? [`${business} writes: ${message}`] : [])

/** Every mail, by its kind. `when` is the start in full, in the business's zone. */
const mails = {
  'verify-email': () => ({
    subject: 'Verify your address',
    lines: [
      'Welcome to Buy Locals.',
      'Follow the link to say that this address is yours. It is good for three days.',
      'If it was not you who made the account, leave it: nobody else can use your address. Or follow it and choose a password, and the account is yours.',
    ],
    action: { label: 'Verify my address' },
  }),
  'reset-password': () => ({
    subject: 'Set a new password',
    lines: [
      'Somebody, probably you, asked for a new password.',
      'The link is good for an hour. If it was not you, leave it: nothing has changed.',
    ],
    action: { label: 'Set a new password' },
  }),
  invitation: ({ business }) => ({
    subject: `${business} invites you`,
    lines: [
      `You are invited to work with ${business} on Buy Locals.`,
      'Sign in, or make an account with this address, and say whether you want to join.',
      'If you do not know them, leave it: nothing happens.',
    ],
    action: { label: 'See the invitation' },
  }),
  'export-ready': () => ({
    subject: 'Your data is ready',
    lines: [
      'You asked for a copy of your data. Sign in to download it within the next 7 days.',
      'If it was not you who asked, change your password.',
    ],
    action: { label: 'Download my data' },
  }),
  /** Of an earlier release: it may wait to be sent. */
  'manage-link': () => ({
    subject: 'Your booking',
    lines: ['Only you have this link. It shows your booking, and you can cancel there. You need no account.'],
    action: { label: 'See my booking' },
  }),
  'booking-held': (about) => ({
    subject: `Pay by ${about['payBy']}: ${about['service']} at ${about['business']}`,
    lines: [
      `We hold this time for you until ${about['payBy']}. It’s yours once ${inDollars(about['deposit'], about)} is paid.`,
      whatLine(about),
      `When: ${about['when']}`,
      ...placeLines(about),
      'If you don’t want it any more, do nothing: you won’t be charged.',
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
      `The business cancelled this before it was paid: ${visit(about)}. You weren’t charged.`,
      ...messageLines(about),
    ],
    action: { label: 'See the booking' },
  }),
  'booking-confirmed': (about) => ({
    subject: `Booked: ${about['service']} at ${about['business']}`,
    lines: [
      whatLine(about),
      `When: ${about['when']}`,
      ...placeLines(about),
      ...priceLines(about),
      ...policyLines(about),
    ],
    action: { label: 'See my booking' },
  }),
  'booking-rescheduled': (about) => ({
    subject: `New time: ${about['service']} at ${about['business']}`,
    lines: [
      visit(about),
      `This is the new time; before, it was ${about['previously']}.`,
      'If the time does not suit you, open the booking to change or cancel it.',
    ],
    action: { label: 'See my booking' },
  }),
  'move-held': (about) => ({
    subject: `Pay by ${about['payBy']}: new time for ${about['service']} at ${about['business']}`,
    lines: [
      `We hold ${about['newTime']} for you until ${about['payBy']}. Pay ${formatAmount(about)} to move there.`,
      `If you do nothing, your booking stays at ${about['when']}, and you won’t be charged.`,
    ],
    action: { label: 'Pay now' },
  }),
  'move-expired': (about) => ({
    subject: `Not moved: ${about['service']} at ${about['business']}`,
    lines: [
      `Your booking stays at ${about['when']}.`,
      'We no longer hold the other time, because the difference wasn’t paid.',
    ],
    action: { label: 'See my booking' },
  }),
  'booking-cancelled': (about) => ({
    subject: `Cancelled: ${about['service']} at ${about['business']}`,
    lines: [visit(about), 'The booking is cancelled.', ...messageLines(about), ...refundLines(about)],
    action: { label: 'See what happened' },
  }),
  'booking-completed': (about) => ({
    subject: `How was ${about['business']}?`,
    lines: [visit(about), 'Say in a few words how it was. It helps your neighbours, and the business may answer.'],
    action: { label: 'Write a review' },
  }),
  'booking-no-show': (about) => ({
    subject: `Marked as no-show: ${about['service']} at ${about['business']}`,
    lines: [
      visit(about),
      `The business marked this booking as a no-show. If you were there, report a problem on the page of the booking.`,
    ],
    action: { label: 'See the booking' },
  }),
  'payment-unusable': (about) => ({
    subject: 'Your payment came too late and is given back',
    lines: [
      visit(about),
      'The time was taken before your payment arrived. You get all of it back; banks take a few days.',
    ],
    action: { label: 'Find another time' },
  }),
  'difference-unusable': (about) => ({
    subject: 'Your booking keeps its time, and the difference is refunded',
    lines: [
      `Your booking has not changed: ${visit(about)}`,
      'The new time was no longer held when your payment arrived. The difference that you paid for it is refunded in full, 5–10 days.',
    ],
    action: { label: 'See your booking' },
  }),
  'complaint-decided': (about) => ({
    subject: `Decided: ${about['service']} at ${about['business']}`,
    lines: [visit(about), 'The problem you reported is decided.', ...refundLines(about)],
    action: { label: 'See the decision' },
  }),
  'payment-refunded': (about) => ({
    subject: `Refunded: ${formatAmount(about)} paid to ${about['business']}`,
    lines: [
      `${formatAmount(about)} of what you paid online for your booking at ${about['business']} was refunded.`,
      'Banks take a few days until it is in your account.',
    ],
    action: { label: 'See the booking' },
  }),
  'refund-refused': (about) => ({
    subject: `A refund of ${formatAmount(about)} by ${about['business']} was refused`,
    lines: [
      `A customer of ${about['business']} is due ${formatAmount(about)}, and the money did not get to them: Stripe or their bank refused it.`,
      'Refund it in Stripe’s dashboard, or get in touch with the customer. Until then we keep the money.',
    ],
    action: { label: 'See the payment' },
  }),
  'transfer-refused': (about) => ({
    subject: `A payout of ${formatAmount(about)} to ${about['business']} was refused`,
    lines: [
      `Stripe keeps refusing to transfer ${formatAmount(about)} to ${about['business']}.`,
      'Look at the account and the balance in Stripe’s dashboard. We try again every hour.',
    ],
    action: { label: 'See the payment' },
  }),
  'business-suspended': ({ business, message }) => ({
    subject: `${business} is off the site`,
    lines: [
      `We suspended ${business}, so customers can’t find or book it for now.`,
      `The reason: ${message}`,
      'Existing bookings are kept. Once it is resolved, the operator of your market can publish it again.',
    ],
    action: { label: 'See my business' },
  }),
  'dispute-inquiry': (about) => ({
    subject: `A bank asks about a payment of ${formatAmount(about)}`,
    lines: [
      `A customer's bank asks about a payment of ${formatAmount(about)} to ${about['business']}.`,
      'The money stays where it is until the bank has its answer.',
    ],
    action: { label: 'See the booking' },
  }),
  'dispute-open': (about) => ({
    subject: `A payment of ${formatAmount(about)} is disputed`,
    lines: [
      `A customer's bank has taken ${formatAmount(about)} back that was paid to ${about['business']}.`,
      'What was sent on already is kept from the next payments until the bank has decided.',
    ],
    action: { label: 'See the booking' },
  }),
} satisfies Record<string, (about: About) => MailText>

export const en = { greeting: (name: string) => (name ? `Hello ${name},` : 'Hello,'), mails }
