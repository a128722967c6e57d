import { useState } from 'react'
import { describeMonths } from '@buy-locals/features/booking/days'
import { useI18n } from '@buy-locals/features/i18n'
import { addDays, toUtcNoon, toWeekday } from '@buy-locals/features/time/dates'
import { dayTitle } from '@buy-locals/features/time/day-title'
import { DateStrip } from '@buy-locals/ui/date-strip'
import { formatDayOfMonth, formatWeekday } from '@buy-locals/values/format-time'
import { useT } from '../../messages/mobile-i18n'

const days = 14
const week = 7

type DayPickerProps = {
  date: string
  today: string
  /** Nothing before it can be chosen. */
  first?: string
  onChoose: (date: string) => void
}

/** Two weeks of days, and the way to those before and after. */
export function DayPicker({ date, today, first, onChoose }: DayPickerProps) {
  const t = useT()
  const i18n = useI18n()
  const [from, setFrom] = useState(date)
  const earlier = addDays(from, -week)
  return (
    <DateStrip
      label={t('board.goToDay')}
      caption={describeMonths(i18n, from, days)}
      days={Array.from({ length: days }, (_, at) => addDays(from, at)).map((day) => ({
        id: day,
        weekday: formatWeekday(i18n, toWeekday(day), 'short'),
        day: formatDayOfMonth(i18n, toUtcNoon(day), 'UTC'),
        note: day === today ? t('board.today') : '',
        label: day === today ? t('board.todayIs', { day: dayTitle(i18n, day) }) : dayTitle(i18n, day),
      }))}
      selected={date}
      onSelect={onChoose}
      earlier={{
        label: t('board.earlierWeek'),
        disabled: first !== undefined && from <= first,
        onPress: () => setFrom(first !== undefined && earlier < first ? first : earlier),
      }}
      later={{ label: t('board.laterWeek'), onPress: () => setFrom(addDays(from, week)) }}
    />
  )
}
