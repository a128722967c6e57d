import { useTimes } from '@buy-locals/features/time/use-times'
import type { BoardDay } from '@buy-locals/features/board/board-day'
import type { buildLines } from '@buy-locals/features/board/lines'
import { useT } from '../messages/use-t'
import styles from './day-lines.module.css'
import { EntryCard } from './entry-card'
import { useEntryText } from './entry-text'
import { GapLink } from './gap-link'

type DayLinesProps = {
  day: BoardDay
  lines: ReturnType<typeof buildLines>
  /** Where several columns are listed together. */
  showsColumn: boolean
  /** The first day of the week that a booking leads back to. */
  week?: string
  /** Stands before one of them. */
  now?: { before: number; text: string }
}

/** What is taken of a day, and free time of a column that is listed alone, by time. */
export function DayLines({ day, lines, showsColumn, week, now }: DayLinesProps) {
  const t = useT()
  const { dayTitle } = useTimes(day.timeZone)
  const entryText = useEntryText(day.date, week)
  return (
    <ol aria-label={t('board.onThisDay', { day: dayTitle(day.date) })} className={styles.lines}>
      {lines.map(({ key, entry, column, start, end }, at) => (
        <li key={key}>
          {at === now?.before && <p className={styles.now}>{now.text}</p>}
          {entry ? (
            <EntryCard
              entry={entry}
              text={entryText(entry)}
              lines={3}
              columnName={column.name}
              showsColumn={showsColumn}
            />
          ) : (
            <GapLink gap={{ start, end }} column={column} day={day} />
          )}
        </li>
      ))}
    </ol>
  )
}
