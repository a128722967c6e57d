import { formatTime, formatTimeRange } from '@buy-locals/values/format-time'
import { translatorForFeatures, type I18n, type Translate } from '../i18n'
import type { board } from '../messages/en-board'
import { countPeople, type BoardBooking, type Entry } from './entries'

/** An app's own translator, which has the texts of the board too. */
export type TranslateBoard = Translate<{ board: typeof board }>

export type EntryText = {
  span: string
  title: string
  detail: string
  stateText: string
  /** Which screen of the business shows it. */
  path: string
  /** A customer has written something new. */
  unread?: string | undefined
}

/** The texts of what takes up time on a board, and where it leads. */
export function entryText(i18n: I18n, t: TranslateBoard, entry: Entry, timeZone: string): EntryText {
  const tFeatures = translatorForFeatures(i18n)
  const formatSpan = (from: string, to: string) => formatTimeRange(i18n, from, to, timeZone)
  if (entry.kind === 'block') {
    const { id, start, end, kind, note = '' } = entry.block
    return {
      span: formatSpan(start, end),
      title: t(kind ? `board.kind.${kind}` : 'board.blocked'),
      detail: note,
      stateText: '',
      path: `blocks/${id}`,
    }
  }
  if (entry.kind === 'move') {
    const { id, serviceName, customer } = entry.booking
    const { start, end, holdExpiresAt } = entry.move
    return {
      span: formatSpan(start, end),
      title: customer.name,
      detail: serviceName,
      stateText: t('board.heldMove', { time: formatTime(i18n, holdExpiresAt, timeZone) }),
      path: `bookings/${id}`,
    }
  }
  const markUnread = (bookings: readonly BoardBooking[]) =>
    bookings.some(({ hasUnread }) => hasUnread) ? tFeatures('thread.unread') : undefined
  const booking = entry.kind === 'group' ? entry.bookings[0] : entry.booking
  const { id, serviceName, customer, status } = booking
  const span = formatSpan(booking.start, booking.end)
  if (entry.kind === 'group') {
    const taken = countPeople(entry.bookings.filter((one) => one.status !== 'no-show'))
    const detail = t('board.seats', { taken, seats: entry.seats })
    return { span, title: serviceName, detail, stateText: '', path: `groups/${id}`, unread: markUnread(entry.bookings) }
  }
  const stateText = tFeatures(`booking.status.${status}`)
  return {
    span,
    title: customer.name,
    detail: serviceName,
    stateText,
    path: `bookings/${id}`,
    unread: markUnread([booking]),
  }
}
