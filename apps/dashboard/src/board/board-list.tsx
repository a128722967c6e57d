import { useState } from 'react'
import { FilterChip } from '@buy-locals/ui/chip'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { toSecond } from '@buy-locals/values/time'
import { useTimes } from '@buy-locals/features/time/use-times'
import { buildLines, findBookableSince } from '@buy-locals/features/board/lines'
import { useCurrentBusiness } from '../shell/current-business'
import { useT } from '../messages/use-t'
import type { BoardProps } from './board-grid'
import styles from './board-list.module.css'
import { DayLines } from './day-lines'

/** The same day on a narrow screen, ordered by time. Free time is listed where one column is chosen. */
export function BoardList({ day, columns, now, isToday }: BoardProps) {
  const t = useT()
  const { formatTime } = useTimes(day.timeZone)
  const { role } = useCurrentBusiness()
  const [columnId, setColumnId] = useState(() =>
    role === 'staff' ? columns.find(({ isOwn }) => isOwn)?.id : undefined,
  )
  const shown = columns.filter(({ id }) => columns.length === 1 || columnId === undefined || id === columnId)
  const minute = day.minuteAt(now)
  const lines = buildLines(shown, findBookableSince(minute, day))
  const next = isToday ? lines.findIndex(({ end }) => end > minute) : -1
  return (
    <div className={styles.board}>
      {columns.length > 1 && (
        <div role="group" aria-label={t('board.filter')} className={styles.filters} data-scroll="">
          <FilterChip label={t('board.everyone')} selected={!columnId} onPress={() => setColumnId(undefined)} />
          {columns.map(({ id, name, entries }) => (
            <FilterChip
              key={id}
              label={name}
              count={entries.length}
              selected={id === columnId}
              onPress={() => setColumnId(id)}
            />
          ))}
        </div>
      )}
      {lines.length === 0 && <EmptyState icon="calendar" title={t('board.nothing')} text={t('board.nothingText')} />}
      <DayLines
        day={day}
        lines={lines}
        showsColumn={shown.length > 1}
        now={{ before: next, text: t('board.now', { time: formatTime(toSecond(now)) }) }}
      />
    </div>
  )
}
