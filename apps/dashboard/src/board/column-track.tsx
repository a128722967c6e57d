import type { BoardDay } from './board-day'
import styles from './board-grid.module.css'
import type { Column } from './columns'
import { EntryCard } from './entry-card'
import { useEntryText } from './entry-text'
import { GapLink } from './gap-link'
import { pixels } from './pixels'
import { gapsIn, inLanes, type Span } from './spans'

type TrackProps = {
  column: Column
  day: BoardDay
  frame: Span
  hours: readonly number[]
  hasHours: boolean
  since: number
}

const linesIn = ({ start, end }: Span) => (end - start >= 40 ? 3 : end - start >= 26 ? 2 : 1)

/** The shortest time that is worth offering. */
export const leastGap = 15

/** One person's day, to scale. */
export function ColumnTrack({ column, day, frame, hours, hasHours, since }: TrackProps) {
  const entryText = useEntryText(day.date)
  const { entries, open, name, kind } = column
  const place = ({ start, end }: Span) => ({ top: pixels(start - frame.start), height: pixels(end - start) - 2 })
  const closed = kind === 'resource' || !hasHours ? [] : gapsIn([frame], open, 1)
  const gaps = gapsIn(open, entries, leastGap, since)
  return (
    <div className={styles.track}>
      {hours.map((at) => (
        <div key={at} className={styles.rule} style={{ top: pixels(at - frame.start) }} />
      ))}
      {closed.map((span) => (
        <div key={span.start} className={styles.closed} style={place(span)} />
      ))}
      <ul aria-label={name} className={styles.entries}>
        {inLanes(entries).map((entry) => (
          <li
            key={entry.id}
            style={{
              ...place(entry),
              left: `calc(100% * ${entry.lane} / ${entry.lanes})`,
              width: `calc(100% / ${entry.lanes} - 2px)`,
            }}
          >
            <EntryCard entry={entry} text={entryText(entry)} lines={linesIn(entry)} who={name} />
          </li>
        ))}
        {gaps.map((gap) => (
          <li key={`gap ${gap.start}`} style={{ ...place(gap), left: 0, width: 'calc(100% - 2px)' }}>
            <GapLink gap={gap} column={column} day={day} />
          </li>
        ))}
      </ul>
    </div>
  )
}
