import { useEffect, useEffectEvent, useRef } from 'react'
import type { Temporal } from 'temporal-polyfill'
import { Avatar } from '@buy-locals/ui/avatar'
import { Icon } from '@buy-locals/ui/icon'
import { useTimes } from '@buy-locals/features/time/use-times'
import { findBookableSince } from '@buy-locals/features/board/lines'
import type { BoardDay } from '@buy-locals/features/board/board-day'
import type { Column } from '@buy-locals/features/board/columns'
import { findFrame } from '@buy-locals/features/board/spans'
import { useT } from '../messages/use-t'
import styles from './board-grid.module.css'
import { toPixels } from './column-scale'
import { ColumnTrack } from './column-track'

export type BoardProps = {
  day: BoardDay
  columns: readonly Column[]
  now: Temporal.Instant
  isToday: boolean
  hasHours: boolean
}

const workday = { start: 9 * 60, end: 17 * 60 }

/** A column for each person, the hours of the day down the side. */
export function BoardGrid({ day, columns, now, isToday, hasHours }: BoardProps) {
  const t = useT()
  const { formatHour, formatTime, dayTitle } = useTimes(day.timeZone)
  const frame = findFrame(
    columns.flatMap(({ entries, open }) => [...entries, ...open]),
    { start: 0, end: day.minutes },
    workday,
  )
  const minute = day.minuteAt(now)
  const nowMinute = isToday && minute >= frame.start && minute <= frame.end ? minute : undefined
  const boxRef = useScrollTo((nowMinute ?? frame.start) - frame.start, day.date)
  const hours = Array.from({ length: Math.ceil((frame.end - frame.start) / 60) }, (_, at) => frame.start + at * 60)
  return (
    <div
      ref={boxRef}
      role="region"
      tabIndex={0}
      aria-label={t('board.onThisDay', { day: dayTitle(day.date) })}
      className={styles.board}
      style={{ '--columns': columns.length }}
    >
      <div className={styles.heads}>
        <div className={styles.corner} />
        {columns.map(({ id, kind, name }) => (
          <div key={id} className={styles.head}>
            {kind === 'staff' && <Avatar size="small" decorative name={name} />}
            {kind === 'resource' && <Icon decorative name="package" color="quiet" />}
            <span>{name}</span>
          </div>
        ))}
      </div>
      <div className={styles.body} style={{ height: toPixels(frame.end - frame.start) }}>
        <div className={styles.scale} aria-hidden>
          {hours.map((at) => (
            <span key={at} className={styles.hour} style={{ top: toPixels(at - frame.start) }}>
              {formatHour(day.instantOf(at))}
            </span>
          ))}
          {nowMinute !== undefined && (
            <span className={styles.nowTime} style={{ top: toPixels(nowMinute - frame.start) }}>
              {formatTime(day.instantOf(nowMinute))}
            </span>
          )}
        </div>
        {columns.map((column) => (
          <ColumnTrack
            key={column.id}
            {...{ column, day, frame, hours, hasHours }}
            since={findBookableSince(minute, day)}
          />
        ))}
        {nowMinute !== undefined && <div className={styles.now} style={{ top: toPixels(nowMinute - frame.start) }} />}
      </div>
    </div>
  )
}

/** Scrolls to the current or first hour when another day is shown. */
function useScrollTo(minutes: number, date: string) {
  const boxRef = useRef<HTMLDivElement>(null)
  const scroll = useEffectEvent(() => {
    boxRef.current?.scrollTo({ top: toPixels(Math.max(0, minutes - 60)) })
  })
  useEffect(() => scroll(), [date])
  return boxRef
}
