import { says, type Speech } from '../speech/speech'
import { dayFrom, dateOf, later, timeOf } from '../time/when'

export type Open = { isOpen: boolean; nextChange?: string | undefined } | null
type Tone = 'good' | 'waiting' | 'plain'

const soonMinutes = 45

/** What the hours mean to somebody who stands before the door now. Unknown hours are not closed. */
export function openWords(speech: Speech, open: Open, timeZone: string, now: string): { tone: Tone; words: string } {
  const say = says(speech)
  if (!open) return { tone: 'plain', words: say('place.hoursUnknown') }
  const { isOpen, nextChange } = open
  if (!nextChange) return isOpen ? { tone: 'good', words: say('place.openAlways') } : closed(say('place.closed'))
  const time = timeOf(speech, nextChange, timeZone)
  if (isOpen && Date.parse(nextChange) <= Date.parse(later(now, soonMinutes))) {
    return { tone: 'waiting', words: say('place.closesSoon', { time }) }
  }
  const isToday = dateOf(nextChange, timeZone) === dateOf(now, timeZone)
  const when = isToday ? time : say('time.at', { day: dayFrom(speech, nextChange, timeZone, now), time })
  if (isOpen) return { tone: 'good', words: say('place.openUntil', { time: isToday ? time : when }) }
  return closed(say('place.opens', { when }))
}

const closed = (words: string) => ({ tone: 'plain', words }) as const
