import { Link } from 'react-router'
import { Icon } from '@buy-locals/ui/icon'
import { useCurrentBusiness } from '../shell/current-business'
import { toWallTime } from '../time/times'
import { useTimes } from '../time/use-times'
import { useT } from '../messages/use-t'
import type { BoardDay } from './board-day'
import type { Column } from './columns'
import styles from './gap-link.module.css'
import type { Span } from './spans'

/** Free time, with a link to book it. */
export function GapLink({ gap, column, day }: { gap: Span; column: Column; day: BoardDay }) {
  const t = useT()
  const { pathTo } = useCurrentBusiness()
  const { formatSpan } = useTimes(day.timeZone)
  const [start, end] = [day.instantOf(gap.start), day.instantOf(gap.end)]
  const search = new URLSearchParams({ day: day.date, time: toWallTime(start, day.timeZone) })
  if (column.kind === 'staff') search.set('staff', column.id)
  const text = formatSpan(start, end)
  return (
    <Link
      to={`${pathTo('board/new')}?${search.toString()}`}
      aria-label={t('board.freeFor', { span: text, column: column.name })}
      className={styles.gap}
    >
      <Icon decorative name="plus" size={15} color="quiet" />
      {t('board.free', { span: text })}
    </Link>
  )
}
