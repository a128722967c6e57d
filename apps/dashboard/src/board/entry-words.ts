import { useCallback } from 'react'
import { useSpeech } from '@buy-locals/features/speech-provider'
import { says } from '@buy-locals/features/speech/speech'
import { useHere } from '../shell/here'
import { useTimes } from '../time/use-times'
import { useSay } from '../words/say'
import { peopleIn, type Entry } from './entries'

export type EntryWords = {
  span: string
  title: string
  detail: string
  /** The state as a word. */
  state: string
  /** All of it, as it is read. */
  name: string
  path: string
}

/** What a card says, and where it leads. */
export function useEntryWords(date: string): (entry: Entry, who: string) => EntryWords {
  const say = useSay()
  const speech = useSpeech()
  const { business, to } = useHere()
  const { span: spanOf } = useTimes(business.timeZone)
  return useCallback(
    (entry, who) => {
      const at = (path: string) => `${to(`board/${path}`)}?day=${date}`
      if (entry.kind === 'block') {
        const { id, start, end, note } = entry.block
        const span = spanOf(start, end)
        const name = say('board.blockedName', { span, who, note: note ? `: ${note}` : '' })
        return { span, title: say('board.blocked'), detail: note ?? '', state: '', name, path: at(`blocks/${id}`) }
      }
      const booking = entry.kind === 'group' ? entry.bookings[0] : entry.booking
      const { id, serviceName: service, customer } = booking
      const span = spanOf(booking.start, booking.end)
      if (entry.kind === 'group') {
        const taken = peopleIn(entry.bookings.filter(({ status }) => status !== 'no-show'))
        const seats = { taken, seats: entry.seats }
        const name = say('board.groupCard', { span, service, who, ...seats })
        return { span, title: service, detail: say('board.seats', seats), state: '', name, path: at(`groups/${id}`) }
      }
      const state = says(speech)(`booking.status.${booking.status}`)
      const name = say('board.cardWith', { span, service, customer: customer.name, who, status: state })
      return { span, title: customer.name, detail: service, state, name, path: at(`bookings/${id}`) }
    },
    [say, speech, to, spanOf, date],
  )
}
