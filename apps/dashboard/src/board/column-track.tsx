import type { BoardDay } from '@buy-locals/features/board/board-day'
import { shortestGap } from '@buy-locals/features/board/lines'
import type { Column } from '@buy-locals/features/board/columns'
import { findGaps, assignLanes, type Span } from '@buy-locals/features/board/spans'
import styles from './board-grid.module.css'
import { toPixels } from './column-scale'
import { EntryCard } from './entry-card'
import { useEntryText } from './entry-text'
import { GapLink } from './gap-link'
import { canDrag, startDrag, useDrop } from './use-drop'

type TrackProps = {
  column: Column
  day: BoardDay
  frame: Span
  hours: readonly number[]
  hasHours: boolean
  since: number
}

const countLines = ({ start, end }: Span) => (end - start >= 40 ? 3 : end - start >= 26 ? 2 : 1)

/** The day of one column, to scale. */
export function ColumnTrack({ column, day, frame, hours, hasHours, since }: TrackProps) {
  const entryText = useEntryText(day.date)
  const { entries, open, name, kind } = column
  const { isOver, target } = useDrop(column, day, frame.start)
  const position = ({ start, end }: Span) => ({ top: toPixels(start - frame.start), height: toPixels(end - start) - 2 })
  const closed = kind === 'resource' || !hasHours ? [] : findGaps([frame], open, 1)
  const gaps = findGaps(open, entries, shortestGap, since)
  return (
    <div className={styles.track} data-over={isOver} {...target}>
      {hours.map((at) => (
        <div key={at} className={styles.rule} style={{ top: toPixels(at - frame.start) }} />
      ))}
      {closed.map((span) => (
        <div key={span.start} className={styles.closed} style={position(span)} />
      ))}
      <ul aria-label={name} className={styles.entries}>
        {assignLanes(entries).map((entry) => (
          <li
            key={entry.id}
            draggable={canDrag(entry)}
            onDragStart={(event) => canDrag(entry) && startDrag(event, entry.id)}
            style={{
              ...position(entry),
              left: `calc(100% * ${entry.lane} / ${entry.lanes})`,
              width: `calc(100% / ${entry.lanes} - 2px)`,
            }}
          >
            <EntryCard entry={entry} text={entryText(entry)} lines={countLines(entry)} columnName={name} />
          </li>
        ))}
        {gaps.map((gap) => (
          <li key={`gap ${gap.start}`} style={{ ...position(gap), left: 0, width: 'calc(100% - 2px)' }}>
            <GapLink isToScale gap={gap} column={column} day={day} />
          </li>
        ))}
      </ul>
    </div>
  )
}
