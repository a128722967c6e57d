import type { OpenState } from '@buy-locals/contracts/business/shapes'
import { translatorForFeatures, type I18n } from '../i18n'
import { toLocalDate } from '../time/dates'
import { formatRelativeDay, formatTime } from '../time/format-time'

type Tone = 'success' | 'pending' | 'plain'

const closesSoonMinutes = 45

/** What the hours mean at this moment. Unknown hours do not mean closed. */
export function describeOpening(
  i18n: I18n,
  open: OpenState,
  timeZone: string,
  now: string,
): { tone: Tone; text: string } {
  const t = translatorForFeatures(i18n)
  if (!open) return { tone: 'plain', text: t('place.hoursUnknown') }
  const { isOpen, nextChange } = open
  if (!nextChange) return isOpen ? { tone: 'success', text: t('place.openAlways') } : closedState(t('place.closed'))
  const time = formatTime(i18n, nextChange, timeZone)
  if (isOpen && Date.parse(nextChange) <= Date.parse(now) + closesSoonMinutes * 60_000) {
    return { tone: 'pending', text: t('place.closesSoon', { time }) }
  }
  const isToday = toLocalDate(nextChange, timeZone) === toLocalDate(now, timeZone)
  const when = isToday ? time : t('time.at', { day: formatRelativeDay(i18n, nextChange, timeZone, now), time })
  if (isOpen) return { tone: 'success', text: t('place.openUntil', { time: isToday ? time : when }) }
  return closedState(t('place.opens', { when }))
}

const closedState = (text: string) => ({ tone: 'plain', text }) as const
