import type { BoardDay } from '@buy-locals/features/board/board-day'
import type { Column } from '@buy-locals/features/board/columns'
import type { Span } from '@buy-locals/features/board/spans'
import { toLocalTime } from '@buy-locals/features/time/dates'
import { useTimes } from '@buy-locals/features/time/use-times'
import { Icon } from '@buy-locals/ui/icon'
import { Press } from '@buy-locals/ui/press'
import { Text } from '@buy-locals/ui/text'
import { radius, space, touchTarget } from '@buy-locals/ui/theme'
import { themed } from '@buy-locals/ui/themed'
import { useT } from '../../messages/mobile-i18n'
import { useBusiness } from '../use-business'

const useStyles = themed((c) => ({
  gap: {
    minHeight: touchTarget,
    flexDirection: 'row',
    alignItems: 'center',
    gap: space.sm,
    paddingHorizontal: space.lg,
    borderWidth: 1,
    borderStyle: 'dashed',
    borderColor: c.line,
    borderRadius: radius.control,
  },
}))

/** Free time, with a link to book it. */
export function GapLink({ gap, column, day }: { gap: Span; column: Column; day: BoardDay }) {
  const t = useT()
  const { pathTo } = useBusiness()
  const { formatSpan } = useTimes(day.timeZone)
  const [start, end] = [day.instantOf(gap.start), day.instantOf(gap.end)]
  const span = formatSpan(start, end)
  const search = new URLSearchParams({ day: day.date, time: toLocalTime(start, day.timeZone) })
  if (column.kind === 'staff') search.set('staff', column.id)
  return (
    <Press
      href={`${pathTo('new')}?${search.toString()}`}
      label={t('board.freeFor', { span, column: column.name })}
      style={useStyles().gap}
    >
      <Icon decorative name="plus" size={16} color="quiet" />
      <Text size="small" tone="quiet" tabular>
        {t('board.free', { span })}
      </Text>
    </Press>
  )
}
