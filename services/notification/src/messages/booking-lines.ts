import { format, share, type Currency } from '@buy-locals/values/money'
import { formatPhone } from '@buy-locals/values/phone'
import type { About } from '../domain/notifications.ts'

/** How a language says what is booked, what it costs and what is refunded. An amount is undefined where it is nothing. */
export type BookingTexts = {
  what: (service: string, staff: string | undefined, people: number) => string
  where: (place: string) => string
  phone: (number: string) => string
  free: string
  dueAtAppointment: (price: string) => string
  paidOnline: (price: string) => string
  deposit: (price: string, paid: string, rest: string) => string
  cancelBy: (when: string) => string
  freeAlways: string
  freeUntil: (when: string) => string
  later: (refund: string | undefined) => string
  cancelled: (refund: string | undefined) => string
  noShow: (refund: string | undefined) => string
  refunded: (refund: string | undefined) => string
  message: (business: string, message: string) => string
}

const moneyOf = (about: About, amount: unknown) => ({
  amount: Number(amount ?? 0),
  currency: (about['currency'] ?? 'USD') as Currency,
})

export const formatAmount = (about: About, amount: unknown = about['amount']) =>
  format(moneyOf(about, amount), String(about['locale'] ?? 'en-US'))

/** The lines of mails about a booking, in the texts of a language. */
export const bookingLines = (texts: BookingTexts) => ({
  what: ({ service, staff, partySize }: About) =>
    texts.what(String(service), staff === undefined ? undefined : String(staff), Number(partySize ?? 1)),

  place: ({ business, address, phone }: About): string[] => [
    texts.where([business, address].filter(Boolean).join(', ')),
    ...(phone ? [texts.phone(formatPhone(String(phone)))] : []),
  ],

  /** What it costs, and what of it is paid where. None where the price is not known. */
  price(about: About): string[] {
    const { amount, payment, deposit } = about
    if (amount === undefined) return []
    if (amount === 0) return [texts.free]
    const price = formatAmount(about)
    if (payment !== 'online') return [texts.dueAtAppointment(price)]
    const rest = Number(amount) - Number(deposit ?? 0)
    if (rest === 0) return [texts.paidOnline(price)]
    return [texts.deposit(price, formatAmount(about, deposit), formatAmount(about, rest))]
  },

  /** Until when it can be cancelled for nothing, and what is refunded after that. */
  policy(about: About): string[] {
    const { freeUntil, freeUntilHours, lateRefundShare, noShowRefundShare, payment, deposit } = about
    if (freeUntilHours === undefined) return []
    if (payment !== 'online') return freeUntil ? [texts.cancelBy(String(freeUntil))] : []
    const shareOf = (points: unknown) => {
      const { amount } = share(moneyOf(about, deposit), Number(points ?? 0))
      return amount === 0 ? undefined : formatAmount(about, amount)
    }
    const late = shareOf(lateRefundShare)
    const inTime = freeUntil ? `${texts.freeUntil(String(freeUntil))} ${texts.later(late)}` : texts.cancelled(late)
    return [`${freeUntilHours === 0 ? texts.freeAlways : inTime} ${texts.noShow(shareOf(noShowRefundShare))}`]
  },

  /** None where nothing was paid online. */
  refund(about: About): string[] {
    const { refund } = about
    return refund === undefined ? [] : [texts.refunded(refund === 0 ? undefined : formatAmount(about, refund))]
  },

  message: ({ business, message }: About): string[] =>
    message ? [texts.message(String(business), String(message))] : [],
})
