import { Link } from 'react-router'
import type { Temporal } from 'temporal-polyfill'
import { Text } from '@buy-locals/ui/text'
import { useTimes } from '@buy-locals/features/time/use-times'
import type { BoardDay } from '@buy-locals/features/board/board-day'
import type { Column } from '@buy-locals/features/board/columns'
import { buildLines, findBookableSince } from '@buy-locals/features/board/lines'
import { useT } from '../messages/use-t'
import { useCurrentBusiness } from '../shell/current-business'
import { DayLines } from './day-lines'
import styles from './week-page.module.css'

type DayProps = { day: BoardDay; week: string; columns: readonly Column[]; now: Temporal.Instant; isToday: boolean }

/** A day of the week by time; its name leads to the day view. Free time is listed where one column is chosen. */
export function WeekDayList({ day, week, columns, now, isToday }: DayProps) {
  const t = useT()
  const { pathTo } = useCurrentBusiness()
  const { formatDay, dayTitle, formatWeekday, weekdayTitle, formatMonthDay } = useTimes(day.timeZone)
  const lines = buildLines(columns, findBookableSince(day.minuteAt(now), day))
  const name = isToday ? t('board.todayIs', { day: formatDay(day.date) }) : dayTitle(day.date)
  return (
    <section className={styles.day} aria-label={name}>
      <h2 className={styles.name} data-today={isToday}>
        <Link to={pathTo(`board?day=${day.date}`)}>
          <span>{isToday ? t('board.todayIs', { day: formatWeekday(day.date) }) : weekdayTitle(day.date)}</span>{' '}
          <span className={styles.date}>{formatMonthDay(day.date)}</span>
        </Link>
      </h2>
      {lines.length === 0 && (
        <Text size="small" tone="quiet">
          {t(columns.some(({ open }) => open.length > 0) ? 'board.noneOnDay' : 'board.closedDay')}
        </Text>
      )}
      <DayLines day={day} lines={lines} showsColumn={columns.length > 1} week={week} />
    </section>
  )
}
