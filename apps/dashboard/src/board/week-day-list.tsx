import { Link } from 'react-router'
import type { Temporal } from 'temporal-polyfill'
import { Text } from '@buy-locals/ui/text'
import { useT } from '../messages/use-t'
import { useCurrentBusiness } from '../shell/current-business'
import { useTimes } from '../time/use-times'
import type { BoardDay } from './board-day'
import { findBookableSince } from './board-grid'
import type { Column } from './columns'
import { EntryCard } from './entry-card'
import { useEntryText } from './entry-text'
import { GapLink } from './gap-link'
import { buildLines } from './lines'
import styles from './week-page.module.css'

type DayProps = { day: BoardDay; week: string; columns: readonly Column[]; now: Temporal.Instant; isToday: boolean }

/** A day of the week by time; its name leads to the day view. Free time is listed where one column is chosen. */
export function WeekDayList({ day, week, columns, now, isToday }: DayProps) {
  const t = useT()
  const { pathTo } = useCurrentBusiness()
  const { formatDay, dayTitle } = useTimes(day.timeZone)
  const entryText = useEntryText(day.date, week)
  const lines = buildLines(columns, findBookableSince(day.minuteAt(now), day))
  const name = isToday ? t('board.todayIs', { day: formatDay(day.date) }) : dayTitle(day.date)
  return (
    <section className={styles.day} aria-label={name}>
      <h2 className={styles.name} data-today={isToday}>
        <Link to={pathTo(`board?day=${day.date}`)}>{name}</Link>
      </h2>
      {lines.length === 0 && (
        <Text size="small" tone="quiet">
          {t(columns.some(({ open }) => open.length > 0) ? 'board.noneOnDay' : 'board.closedDay')}
        </Text>
      )}
      <ol aria-label={t('board.onThisDay', { day: dayTitle(day.date) })} className={styles.lines}>
        {lines.map(({ key, entry, column, start, end }) => (
          <li key={key}>
            {entry ? (
              <EntryCard
                entry={entry}
                text={entryText(entry)}
                lines={3}
                columnName={column.name}
                showsColumn={columns.length > 1}
              />
            ) : (
              <GapLink gap={{ start, end }} column={column} day={day} />
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
