import { useState } from 'react'
import { RefreshControl, ScrollView, useWindowDimensions, View } from 'react-native'
import { useNow } from '@buy-locals/client/use-now'
import { useBoard } from '@buy-locals/features/board/use-board'
import { toLocalDate } from '@buy-locals/features/time/dates'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Loading, Skeleton } from '@buy-locals/ui/skeleton'
import { space } from '@buy-locals/ui/theme'
import { themed } from '@buy-locals/ui/themed'
import { useT } from '../../messages/mobile-i18n'
import { FailedState } from '../../shell/screen-error'
import { useRefresh } from '../../shell/use-refresh'
import { AgeNotice } from '../../shell/age-notice'
import { useBusiness } from '../use-business'
import { BoardActions } from './board-actions'
import { BoardColumns } from './board-columns'
import { BoardHead } from './board-head'
import { BoardList } from './board-list'
import { DayPicker } from './day-picker'
import { OffList } from './off-list'

const useStyles = themed((c) => ({
  screen: { flex: 1, backgroundColor: c.page },
  content: { padding: space.lg, paddingBottom: space.vast, gap: space.lg },
}))

/** From this width columns stand side by side. */
const widthOfColumns = 820

/** The bookings of a day, kept up to date. */
export function BoardScreen() {
  const t = useT()
  const styles = useStyles()
  const { business } = useBusiness()
  const now = useNow()
  const today = toLocalDate(now, business.timeZone)
  const [chosen, setChosen] = useState<string>()
  const date = chosen ?? today
  const { bookings, staff, services, day, entries, columns } = useBoard(t, date)
  const { isRefreshing, refresh } = useRefresh(() =>
    Promise.all([bookings, staff, services].map((query) => query.refetch())),
  )
  const isWide = useWindowDimensions().width >= widthOfColumns
  const failed = [bookings, staff, services].find(({ error, data }) => error && !data)
  const isClosed = business.hours !== undefined && day.openSpans(business.hours).length === 0
  const isClosedAndEmpty = isClosed && entries?.length === 0
  const board = { day, columns: columns ?? [], now, isToday: date === today }
  return (
    <View role="main" style={styles.screen}>
      <ScrollView
        contentContainerStyle={styles.content}
        refreshControl={<RefreshControl refreshing={isRefreshing} onRefresh={refresh} />}
      >
        <BoardHead date={date} today={today} now={now} bookings={bookings.data?.items} />
        <DayPicker date={date} today={today} onChoose={(next) => setChosen(next === today ? undefined : next)} />
        <AgeNotice query={bookings} zone={business.timeZone} />
        {failed && <FailedState level={3} error={failed.error} onRetry={() => void failed.refetch()} />}
        {!columns && !failed && (
          <Loading label={t('app.loading')}>
            <Skeleton height={420} />
          </Loading>
        )}
        {isClosedAndEmpty && <EmptyState icon="moon" title={t('board.closedDay')} text={t('board.nothingClosed')} />}
        {columns && !isClosedAndEmpty && (isWide ? <BoardColumns {...board} /> : <BoardList {...board} />)}
        {bookings.data && <OffList bookings={bookings.data.items} />}
      </ScrollView>
      <BoardActions date={date} />
    </View>
  )
}
