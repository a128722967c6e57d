import type { MouseEvent } from 'react'
import { Link, useNavigate } from 'react-router'
import { Icon } from '@buy-locals/ui/icon'
import { toLocalTime } from '@buy-locals/features/time/dates'
import { useTimes } from '@buy-locals/features/time/use-times'
import type { BoardDay } from '@buy-locals/features/board/board-day'
import type { Column } from '@buy-locals/features/board/columns'
import type { Span } from '@buy-locals/features/board/spans'
import { useCurrentBusiness } from '../shell/current-business'
import { useT } from '../messages/use-t'
import styles from './gap-link.module.css'

type GapLinkProps = {
  gap: Span
  column: Column
  day: BoardDay
  /** Drawn to scale: a click in the middle means that time. */
  isToScale?: boolean
}

/** Clicks mean a quarter of an hour: 10:38 is 10:30. */
const clickStep = 15

/** Free time, with a link to book it. */
export function GapLink({ gap, column, day, isToScale = false }: GapLinkProps) {
  const t = useT()
  const { pathTo } = useCurrentBusiness()
  const { formatSpan } = useTimes(day.timeZone)
  const navigate = useNavigate()
  const [start, end] = [day.instantOf(gap.start), day.instantOf(gap.end)]
  const pathFrom = (at: string) => {
    const search = new URLSearchParams({ day: day.date, time: toLocalTime(at, day.timeZone) })
    if (column.kind === 'staff') search.set('staff', column.id)
    return `${pathTo('board/new')}?${search.toString()}`
  }
  function openAtClick(event: MouseEvent<HTMLAnchorElement>) {
    const { top, height } = event.currentTarget.getBoundingClientRect()
    const isPlainClick = event.detail > 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey
    if (!isToScale || !isPlainClick || height === 0) return
    event.preventDefault()
    const minute = gap.start + ((event.clientY - top) / height) * (gap.end - gap.start)
    void navigate(pathFrom(day.instantOf(Math.max(gap.start, Math.floor(minute / clickStep) * clickStep))))
  }
  const text = formatSpan(start, end)
  return (
    <Link
      to={pathFrom(start)}
      onClick={openAtClick}
      aria-label={t('board.freeFor', { span: text, column: column.name })}
      className={styles.gap}
    >
      <Icon decorative name="plus" size={15} color="quiet" />
      {t('board.free', { span: text })}
    </Link>
  )
}
