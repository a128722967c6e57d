import { isOff, type BoardBooking } from './entries'
import type { TranslateBoard } from './entry-text'

/** How many bookings a day has, and what of them is still to come or to complete. */
export function summarizeBoard(t: TranslateBoard, now: string, bookings: readonly BoardBooking[]): string {
  const current = bookings.filter((booking) => !isOff(booking))
  const confirmed = current.filter(({ status }) => status === 'confirmed')
  const instant = Date.parse(now)
  const upcoming = confirmed.filter(({ start }) => Date.parse(start) > instant).length
  const toComplete = confirmed.filter(({ end }) => Date.parse(end) <= instant).length
  return [
    t('board.bookings', { count: current.length }),
    upcoming > 0 && t('board.toCome', { count: upcoming }),
    toComplete > 0 && t('board.toClose', { count: toComplete }),
  ]
    .filter(Boolean)
    .join(' · ')
}
