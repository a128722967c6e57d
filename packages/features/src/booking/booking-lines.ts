import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { formatDateTimeWithZone } from '@buy-locals/values/format-time'
import { translatorForFeatures, type I18n } from '../i18n'
import { priceLines } from './price-lines'
import { isOver, isPaidOnline } from './status'

type Described = {
  booking: Booking & { note?: string | undefined }
  address: string | undefined
  phone: string | undefined
}

/** When, with whom and where it is, and what it costs, as its booker reads it. */
export function bookingLines(i18n: I18n, { booking, address, phone }: Described) {
  const t = translatorForFeatures(i18n)
  const { start, previousStart, timeZone, staffName, partySize, note } = booking
  const line = (label: string, value: string | undefined) => (value ? [{ label, value }] : [])
  return [
    ...line(t('booking.detail.when'), formatDateTimeWithZone(i18n, start, timeZone)),
    ...line(t('booking.detail.movedFrom'), previousStart && formatDateTimeWithZone(i18n, previousStart, timeZone)),
    ...line(t('booking.detail.with'), staffName),
    ...line(t('booking.detail.where'), address),
    ...line(t('booking.detail.phone'), phone),
    ...line(t('booking.detail.people'), partySize > 1 ? String(partySize) : undefined),
    ...line(t('booking.detail.note'), note),
    ...priceLines(i18n, booking, isPaidOnline(booking) ? 'paid' : 'unpaid'),
  ]
}

/** Those to come, the next first, and those that are over, the last first. */
export const splitByTime = <B extends Pick<Booking, 'start' | 'status'>>(bookings: readonly B[]) => ({
  upcoming: bookings.filter(({ status }) => !isOver(status)).toSorted((a, b) => a.start.localeCompare(b.start)),
  past: bookings.filter(({ status }) => isOver(status)).toSorted((a, b) => b.start.localeCompare(a.start)),
})
