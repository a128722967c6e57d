import { useCallback } from 'react'
import { useI18n, translatorForFeatures } from '@buy-locals/features/i18n'
import { useHere } from '../shell/here'
import { useTimes } from '../time/use-times'
import { useT } from '../messages/use-t'
import { peopleIn, type Entry } from './entries'

export type EntryText = {
  span: string
  title: string
  detail: string
  /** The state as a word. */
  state: string
  path: string
}

/** What a card says, and where it leads. */
export function useEntryText(date: string): (entry: Entry) => EntryText {
  const t = useT()
  const i18n = useI18n()
  const { business, to } = useHere()
  const { span: spanOf } = useTimes(business.timeZone)
  return useCallback(
    (entry) => {
      const at = (path: string) => `${to(`board/${path}`)}?day=${date}`
      if (entry.kind === 'block') {
        const { id, start, end, note = '' } = entry.block
        return {
          span: spanOf(start, end),
          title: t('board.blocked'),
          detail: note,
          state: '',
          path: at(`blocks/${id}`),
        }
      }
      const booking = entry.kind === 'group' ? entry.bookings[0] : entry.booking
      const { id, serviceName, customer, status } = booking
      const span = spanOf(booking.start, booking.end)
      if (entry.kind === 'group') {
        const taken = peopleIn(entry.bookings.filter((one) => one.status !== 'no-show'))
        const detail = t('board.seats', { taken, seats: entry.seats })
        return { span, title: serviceName, detail, state: '', path: at(`groups/${id}`) }
      }
      const state = translatorForFeatures(i18n)(`booking.status.${status}`)
      return { span, title: customer.name, detail: serviceName, state, path: at(`bookings/${id}`) }
    },
    [t, i18n, to, spanOf, date],
  )
}
