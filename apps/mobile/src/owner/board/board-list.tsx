import { useState } from 'react'
import { ScrollView } from 'react-native'
import type { BoardDay } from '@buy-locals/features/board/board-day'
import type { Column } from '@buy-locals/features/board/columns'
import { buildLines, findBookableSince } from '@buy-locals/features/board/lines'
import { FilterChip } from '@buy-locals/ui/chip'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Stack } from '@buy-locals/ui/stack'
import { space } from '@buy-locals/ui/theme'
import { useT } from '../../messages/mobile-i18n'
import { useBusiness } from '../use-business'
import { DayLines } from './day-lines'

export type BoardProps = { day: BoardDay; columns: readonly Column[]; now: string; isToday: boolean }

/** The day by time: of whoever works here first their own, of everybody for owners. */
export function BoardList({ day, columns, now, isToday }: BoardProps) {
  const t = useT()
  const { role } = useBusiness()
  const [chosen, setChosen] = useState<string>()
  const own = role === 'staff' ? columns.find(({ isOwn }) => isOwn)?.id : undefined
  const columnId = columns.some(({ id }) => id === (chosen ?? own)) ? (chosen ?? own) : undefined
  const shown = columns.filter(({ id }) => columns.length === 1 || columnId === undefined || id === columnId)
  const lines = buildLines(shown, findBookableSince(day.minuteAt(now), day))
  return (
    <Stack gap="lg">
      {columns.length > 1 && (
        <ScrollView
          horizontal
          role="group"
          aria-label={t('board.filter')}
          showsHorizontalScrollIndicator={false}
          contentContainerStyle={chipsStyle}
        >
          <FilterChip label={t('board.everyone')} selected={!columnId} onPress={() => setChosen(everyone)} />
          {columns.map(({ id, name, entries }) => (
            <FilterChip
              key={id}
              label={name}
              count={entries.length}
              selected={id === columnId}
              onPress={() => setChosen(id)}
            />
          ))}
        </ScrollView>
      )}
      {lines.length === 0 && <EmptyState icon="calendar" title={t('board.nothing')} text={t('board.nothingText')} />}
      <DayLines day={day} lines={lines} showsColumn={shown.length > 1} now={isToday ? now : undefined} />
    </Stack>
  )
}

/** No column has this id. */
const everyone = 'everyone'

const chipsStyle = { gap: space.sm } as const
