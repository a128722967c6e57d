import type { Output } from '@buy-locals/contracts/operation'
import type { readReceipt } from '@buy-locals/contracts/payment/operations'
import { formatDateTime } from '@buy-locals/values/format-time'
import { format, share, subtract, type Money } from '@buy-locals/values/money'
import type { I18n, Translate } from '../i18n'
import type { booking as texts } from '../messages/en-business-booking'
import { amountPaidOnline, splitRefund, type Booking } from './business-booking'
import { freeCancellationEnd } from './policy-text'

/** An app's own translator, which has what a business reads about bookings too. */
export type TranslateBooking = Translate<{ booking: typeof texts }>

type Receipt = Output<typeof readReceipt>
type Customer = { name: string; email?: string | undefined }

/** Whoever gave no address cannot be written to, and the business reads so before it acts. */
export function describeCustomer(t: TranslateBooking, customer: Customer | undefined) {
  const name = customer?.name ?? t('booking.customer')
  const notice = customer?.email ? 'booking.customerEmailed' : 'booking.customerNotEmailed'
  return { name, emailNotice: customer ? t(notice, { customer: name }) : '' }
}

/** What comes of a cancellation: a customer whose booking the business cancels is refunded in full. */
export function cancelText(i18n: I18n, t: TranslateBooking, booking: Booking, customer: Customer | undefined): string {
  const { name, emailNotice } = describeCustomer(t, customer)
  const paid = amountPaidOnline(booking)
  const text = paid.amount > 0 ? 'booking.cancelPaidText' : 'booking.cancelUnpaidText'
  return `${t(text, { customer: name, amount: format(paid, i18n.locale) })} ${emailNotice}`
}

/** The policy of the booking decides what is refunded after a no-show. */
export function noShowText(i18n: I18n, t: TranslateBooking, booking: Booking, customer: Customer | undefined): string {
  const { name, emailNotice } = describeCustomer(t, customer)
  const { refund, rest } = splitRefund(booking, booking.policy.noShowRefundShare)
  const paidText = refund.amount > 0 ? 'booking.noShowPaidText' : 'booking.noShowKeptText'
  const text = amountPaidOnline(booking).amount > 0 ? paidText : 'booking.noShowUnpaidText'
  const [amount, restText] = [format(refund, i18n.locale), format(rest, i18n.locale)]
  return `${t(text, { customer: name, amount, rest: restText })} ${emailNotice}`
}

/** What it costs, what was paid, and where that money is. */
export function moneyLines(i18n: I18n, t: TranslateBooking, booking: Booking, receipt: Receipt | undefined) {
  const formatMoney = (money: Money) => format(money, i18n.locale)
  const formatMoment = (at: string) => formatDateTime(i18n, at, booking.timeZone)
  const paid = amountPaidOnline(booking)
  const rest = subtract(booking.price, paid)
  const returned = receipt?.lines.filter(({ kind }) => kind !== 'paid') ?? []
  const describeFunds = ({ funds, releaseAt }: Receipt) =>
    funds === 'held' && releaseAt
      ? t('booking.heldUntil', { when: formatMoment(releaseAt) })
      : t(`booking.funds.${funds}`)
  return [
    { label: t('booking.price'), value: formatMoney(booking.price) },
    ...(paid.amount > 0 ? [{ label: t('booking.paid'), value: formatMoney(paid) }] : []),
    ...(paid.amount > 0 && rest.amount > 0 && booking.status !== 'cancelled' && booking.status !== 'no-show'
      ? [{ label: t('booking.dueInPerson'), value: formatMoney(rest) }]
      : []),
    ...(booking.payment === 'at-venue' ? [{ label: t('booking.payment'), value: t('booking.atVenue') }] : []),
    ...(booking.status === 'held' ? [{ label: t('booking.deposit'), value: formatMoney(booking.deposit) }] : []),
    ...returned.map(({ kind, amount, at }) => ({
      label: `${t(kind === 'disputed' ? 'booking.disputed' : 'booking.refunded')}, ${formatMoment(at)}`,
      value: formatMoney(amount),
    })),
    ...(receipt ? [{ label: t('booking.fundsLabel'), value: describeFunds(receipt) }] : []),
  ]
}

/** The policy that was frozen into the booking, a sentence for each rule; empty where nothing is paid online. */
export function businessPolicyText(i18n: I18n, t: TranslateBooking, booking: Booking): string {
  if (booking.payment !== 'online') return ''
  const { freeUntilHours, lateRefundShare, noShowRefundShare } = booking.policy
  const amountOf = (refundShare: number) => format(share(booking.deposit, refundShare), i18n.locale)
  const late = lateRefundShare > 0 ? 'booking.policyFree' : 'booking.policyFreeKept'
  const noShow = noShowRefundShare > 0 ? 'booking.policyNoShow' : 'booking.policyNoShowKept'
  const when = formatDateTime(i18n, freeCancellationEnd(booking), booking.timeZone)
  const cancelled =
    freeUntilHours === 0 ? t('booking.policyAlways') : t(late, { when, amount: amountOf(lateRefundShare) })
  return `${cancelled} ${t(noShow, { amount: amountOf(noShowRefundShare) })}`
}
