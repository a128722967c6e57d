import { useEffect, useEffectEvent, useRef } from 'react'
import type { Temporal } from 'temporal-polyfill'
import { Avatar } from '@buy-locals/ui/avatar'
import { Icon } from '@buy-locals/ui/icon'
import { useTimes } from '../time/use-times'
import { useT } from '../messages/use-t'
import type { BoardDay } from './board-day'
import styles from './board-grid.module.css'
import { ColumnTrack } from './column-track'
import type { Column } from './columns'
import { pixels } from './pixels'
import { frameOf } from './spans'

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
  const { time, day: dayText } = useTimes(day.timeZone)
  const frame = frameOf(
    columns.flatMap(({ entries, open }) => [...entries, ...open]),
    { start: 0, end: day.minutes },
    workday,
  )
  const minute = day.minuteAt(now)
  const nowAt = isToday && minute >= frame.start && minute <= frame.end ? minute : undefined
  const box = useScrolledTo((nowAt ?? frame.start) - frame.start, day.date)
  const hours = Array.from({ length: Math.ceil((frame.end - frame.start) / 60) }, (_, at) => frame.start + at * 60)
  return (
    <div
      ref={box}
      role="region"
      tabIndex={0}
      aria-label={t('board.onThisDay', { day: dayText(day.date) })}
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
      <div className={styles.body} style={{ height: pixels(frame.end - frame.start) }}>
        <div className={styles.scale} aria-hidden>
          {hours.map((at) => (
            <span key={at} className={styles.hour} style={{ top: pixels(at - frame.start) }}>
              {time(day.instantOf(at))}
            </span>
          ))}
          {nowAt !== undefined && (
            <span className={styles.nowTime} style={{ top: pixels(nowAt - frame.start) }}>
              {time(day.instantOf(nowAt))}
            </span>
          )}
        </div>
        {columns.map((column) => (
          <ColumnTrack key={column.id} {...{ column, day, frame, hours, hasHours }} since={sinceOf(minute, day)} />
        ))}
        {nowAt !== undefined && <div className={styles.now} style={{ top: pixels(nowAt - frame.start) }} />}
      </div>
    </div>
  )
}

/** What is past cannot be booked any more: on an earlier day nothing is. */
export const sinceOf = (minute: number, day: BoardDay) =>
  Math.min(Math.max(0, Math.ceil(minute / 15) * 15), day.minutes)

/** Brings the hour that matters into sight when another day is shown. */
function useScrolledTo(minutes: number, date: string) {
  const box = useRef<HTMLDivElement>(null)
  const scroll = useEffectEvent(() => {
    box.current?.scrollTo({ top: pixels(Math.max(0, minutes - 60)) })
  })
  useEffect(() => scroll(), [date])
  return box
}
