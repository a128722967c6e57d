import { View } from 'react-native'
import type { BoardDay } from '@buy-locals/features/board/board-day'
import type { Line } from '@buy-locals/features/board/lines'
import { useTimes } from '@buy-locals/features/time/use-times'
import { Text } from '@buy-locals/ui/text'
import { space } from '@buy-locals/ui/theme'
import { themed } from '@buy-locals/ui/themed'
import { useT } from '../../messages/mobile-i18n'
import { EntryCard } from './entry-card'
import { GapLink } from './gap-link'

const useStyles = themed((c) => ({
  lines: { gap: space.sm },
  now: { flexDirection: 'row', alignItems: 'center', gap: space.sm, paddingVertical: space.xs },
  rule: { flexGrow: 1, height: 2, backgroundColor: c.brand },
}))

type DayLinesProps = {
  day: BoardDay
  lines: readonly Line[]
  /** Where several columns are listed together. */
  showsColumn: boolean
  /** Of today alone. */
  now: string | undefined
}

/** What is taken of a day, and free time of a column that is listed alone, by time; with a line where it is now. */
export function DayLines({ day, lines, showsColumn, now }: DayLinesProps) {
  const t = useT()
  const styles = useStyles()
  const { dayTitle } = useTimes(day.timeZone)
  const minute = now === undefined ? undefined : day.minuteAt(now)
  const next = minute === undefined ? -1 : lines.findIndex(({ end }) => end > minute)
  if (lines.length === 0) return null
  return (
    <View role="list" aria-label={t('board.onThisDay', { day: dayTitle(day.date) })} style={styles.lines}>
      {lines.map(({ key, entry, column, start, end }, at) => (
        <View key={key} role="listitem" style={styles.lines}>
          {at === next && now !== undefined && <NowLine now={now} timeZone={day.timeZone} />}
          {entry ? (
            <EntryCard entry={entry} date={day.date} columnName={showsColumn ? column.name : undefined} />
          ) : (
            <GapLink gap={{ start, end }} column={column} day={day} />
          )}
        </View>
      ))}
      {now !== undefined && next < 0 && <NowLine now={now} timeZone={day.timeZone} />}
    </View>
  )
}

function NowLine({ now, timeZone }: { now: string; timeZone: string }) {
  const t = useT()
  const styles = useStyles()
  const { formatTime } = useTimes(timeZone)
  return (
    <View style={styles.now}>
      <Text size="small" weight="strong" tone="brand" tabular>
        {t('board.now', { time: formatTime(now) })}
      </Text>
      <View style={styles.rule} />
    </View>
  )
}
