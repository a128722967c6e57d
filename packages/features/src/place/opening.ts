import type { OpenState } from '@buy-locals/contracts/business/shapes'
import { formatDay, formatHour, formatWeekday } from '@buy-locals/values/format-time'
import { translatorForFeatures, type I18n } from '../i18n'
import { addDays, toLocalDate, toWeekday } from '../time/dates'
import { relativeDay } from '../time/relative-day'

type Tone = 'success' | 'pending' | 'plain'

const closesSoonMinutes = 45
/** A bar that closes at 2 AM does so this evening, as people say it. */
const eveningMinutes = 12 * 60

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
  const time = formatHour(i18n, nextChange, timeZone)
  const values = { time, day: dayOf(i18n, nextChange, timeZone, now) }
  const day = relativeDay(nextChange, timeZone, now)
  const minutes = (Date.parse(nextChange) - Date.parse(now)) / 60_000
  if (!isOpen)
    return closedState(t(day === 'today' ? 'place.opensToday' : day ? 'place.opensTomorrow' : 'place.opensOn', values))
  if (minutes <= closesSoonMinutes) return { tone: 'pending', text: t('place.closesSoon', values) }
  const isThisEvening = day === 'today' || minutes < eveningMinutes
  const key = isThisEvening ? 'openUntil' : day === 'tomorrow' ? 'openUntilTomorrow' : 'openUntilDay'
  return { tone: 'success', text: t(`place.${key}`, values) }
}

/** "Monday" in the days ahead, "Mon, Dec 7" further on. */
function dayOf(i18n: I18n, at: string, timeZone: string, now: string): string {
  const date = toLocalDate(at, timeZone)
  const isNear = date < addDays(toLocalDate(now, timeZone), 7)
  return isNear ? formatWeekday(i18n, toWeekday(date)) : formatDay(i18n, at, timeZone)
}

const closedState = (text: string) => ({ tone: 'plain', text }) as const
