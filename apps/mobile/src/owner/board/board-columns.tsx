import { ScrollView, View } from 'react-native'
import { buildLines, findBookableSince } from '@buy-locals/features/board/lines'
import { Text } from '@buy-locals/ui/text'
import { space } from '@buy-locals/ui/theme'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../../messages/mobile-i18n'
import type { BoardProps } from './board-list'
import { DayLines } from './day-lines'

/** Where there is room, everybody has a column, one's own the first. */
export function BoardColumns({ day, columns, now, isToday }: BoardProps) {
  const t = useT()
  const since = findBookableSince(day.minuteAt(now), day)
  return (
    <ScrollView
      horizontal
      contentContainerStyle={[columnsStyle, { minWidth: columns.length * (leastWidth + columnsStyle.gap) }]}
    >
      {columns.map((column) => {
        const lines = buildLines([column], since)
        return (
          <View key={column.id} role="region" aria-label={column.name} style={columnStyle}>
            <Title level={2} size="lead">
              {column.name}
            </Title>
            {lines.length === 0 && (
              <Text size="small" tone="quiet">
                {t('board.noneOnDay')}
              </Text>
            )}
            <DayLines day={day} lines={lines} showsColumn={false} now={isToday ? now : undefined} />
          </View>
        )
      })}
    </ScrollView>
  )
}

const leastWidth = 260
/** As wide as the screen, and wider where columns would be too narrow; not as wide as what stands in them. */
const columnsStyle = { gap: space.lg, width: '100%' } as const
const columnStyle = { gap: space.md, minWidth: leastWidth, flexGrow: 1, flexBasis: 0 } as const
