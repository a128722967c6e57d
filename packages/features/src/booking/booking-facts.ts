import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { formatDateTimeWithZone } from '@buy-locals/values/format-time'
import { translatorForFeatures, type I18n } from '../i18n'
import { priceLines } from './price-lines'
import { isOver, isPaidOnline } from './status'

type Facts = {
  booking: Booking & { note?: string | undefined }
  address: string | undefined
  phone: string | undefined
}

/** When, with whom and where it is, and what it costs, as its booker reads it. */
export function describeFacts(i18n: I18n, { booking, address, phone }: Facts) {
  const t = translatorForFeatures(i18n)
  const { start, previousStart, timeZone, staffName, partySize, note } = booking
  const fact = (label: string, value: string | undefined) => (value ? [{ label, value }] : [])
  return [
    ...fact(t('booking.fact.when'), formatDateTimeWithZone(i18n, start, timeZone)),
    ...fact(t('booking.fact.movedFrom'), previousStart && formatDateTimeWithZone(i18n, previousStart, timeZone)),
    ...fact(t('booking.fact.with'), staffName),
    ...fact(t('booking.fact.where'), address),
    ...fact(t('booking.fact.phone'), phone),
    ...fact(t('booking.fact.people'), partySize > 1 ? String(partySize) : undefined),
    ...fact(t('booking.fact.note'), note),
    ...priceLines(i18n, booking, isPaidOnline(booking) ? 'paid' : 'unpaid'),
  ]
}

/** Those to come, the next first, and those that are over, the last first. */
export const splitByTime = <B extends Pick<Booking, 'start' | 'status'>>(bookings: readonly B[]) => ({
  upcoming: bookings.filter(({ status }) => !isOver(status)).toSorted((a, b) => a.start.localeCompare(b.start)),
  past: bookings.filter(({ status }) => isOver(status)).toSorted((a, b) => b.start.localeCompare(a.start)),
})
