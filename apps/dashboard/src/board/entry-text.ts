import { useCallback } from 'react'
import { useI18n, translatorForFeatures } from '@buy-locals/features/i18n'
import { useCurrentBusiness } from '../shell/current-business'
import { useTimes } from '../time/use-times'
import { useT } from '../messages/use-t'
import { countPeople, type BoardBooking, type Entry } from './entries'

export type EntryText = {
  span: string
  title: string
  detail: string
  stateText: string
  path: string
  /** A customer has written something new. */
  unread?: string | undefined
}

/** The texts of a card, and where it leads. Of a card in a week, its sheet leads back to that week. */
export function useEntryText(date: string, week?: string): (entry: Entry) => EntryText {
  const t = useT()
  const i18n = useI18n()
  const { business, pathTo } = useCurrentBusiness()
  const { formatSpan, formatTime } = useTimes(business.timeZone)
  return useCallback(
    (entry) => {
      const linkTo = (path: string) => `${pathTo(`board/${path}`)}?day=${date}${week ? `&week=${week}` : ''}`
      if (entry.kind === 'block') {
        const { id, start, end, kind, note = '' } = entry.block
        return {
          span: formatSpan(start, end),
          title: t(kind ? `board.kind.${kind}` : 'board.blocked'),
          detail: note,
          stateText: '',
          path: linkTo(`blocks/${id}`),
        }
      }
      if (entry.kind === 'move') {
        const { id, serviceName, customer } = entry.booking
        const { start, end, holdExpiresAt } = entry.move
        return {
          span: formatSpan(start, end),
          title: customer.name,
          detail: serviceName,
          stateText: t('board.heldMove', { time: formatTime(holdExpiresAt) }),
          path: linkTo(`bookings/${id}`),
        }
      }
      const markUnread = (bookings: readonly BoardBooking[]) =>
        bookings.some(({ hasUnread }) => hasUnread) ? translatorForFeatures(i18n)('thread.unread') : undefined
      const booking = entry.kind === 'group' ? entry.bookings[0] : entry.booking
      const { id, serviceName, customer, status } = booking
      const span = formatSpan(booking.start, booking.end)
      if (entry.kind === 'group') {
        const taken = countPeople(entry.bookings.filter((one) => one.status !== 'no-show'))
        const detail = t('board.seats', { taken, seats: entry.seats })
        const unread = markUnread(entry.bookings)
        return { span, title: serviceName, detail, stateText: '', path: linkTo(`groups/${id}`), unread }
      }
      const stateText = translatorForFeatures(i18n)(`booking.status.${status}`)
      const unread = markUnread([booking])
      return { span, title: customer.name, detail: serviceName, stateText, path: linkTo(`bookings/${id}`), unread }
    },
    [t, i18n, pathTo, formatSpan, formatTime, date, week],
  )
}
