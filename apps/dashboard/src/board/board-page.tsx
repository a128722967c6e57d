import { Outlet } from 'react-router'
import { EmptyState, ErrorState } from '@buy-locals/ui/empty-state'
import { Button } from '@buy-locals/ui/button'
import { Page } from '@buy-locals/ui/layout'
import { Loading, Skeleton } from '@buy-locals/ui/skeleton'
import { useErrorText } from '@buy-locals/features/messages/use-error-text'
import { useTimes } from '@buy-locals/features/time/use-times'
import { useT } from '../messages/use-t'
import { useCurrentBusiness } from '../shell/current-business'
import { usePageTitle } from '../shell/screen'
import { useWideScreen } from '../shell/use-wide-screen'
import { AwaitsPayments } from '../start/awaits-payments'
import { FirstSteps } from '../start/first-steps'
import { BoardHead } from './board-head'
import { BoardGrid } from './board-grid'
import { BoardList } from './board-list'
import styles from './board-page.module.css'
import { OffList } from './off-list'
import { useBoard, useDay } from './use-board'

/** The bookings of a day, kept up to date: the page that an owner leaves open. */
export function Component() {
  const t = useT()
  const errorText = useErrorText()
  const isWide = useWideScreen()
  const { business } = useCurrentBusiness()
  const { dayTitle } = useTimes(business.timeZone)
  const { date, today, now, isToday } = useDay()
  const { bookings, staff, services, day, entries, columns } = useBoard(date)
  const failed = [bookings, staff, services].find(({ error, data }) => error && !data)
  usePageTitle(isToday ? t('board.today') : dayTitle(date), business.name)

  const board = { day, columns: columns ?? [], now, isToday, hasHours: business.hours !== undefined }
  const isClosed = business.hours !== undefined && day.openSpans(business.hours).length === 0
  const isClosedAndEmpty = isClosed && entries?.length === 0
  const hasNothingToBook = entries?.length === 0 && services.data?.items.length === 0
  return (
    <Page wide>
      <div className={styles.board}>
        <BoardHead date={date} today={today} now={now} bookings={bookings.data?.items} />
        <FirstSteps />
        <AwaitsPayments />
        {failed && (
          <ErrorState
            title={t('failure.title')}
            text={errorText(failed.error)}
            action={<Button label={t('failure.retry')} onPress={() => void failed.refetch()} />}
          />
        )}
        {!columns && !failed && (
          <Loading label={t('shell.loading')}>
            <Skeleton height={isWide ? 560 : 420} />
          </Loading>
        )}
        {isClosedAndEmpty && !hasNothingToBook && (
          <EmptyState icon="moon" title={t('board.closedDay')} text={t('board.nothingClosed')} />
        )}
        {columns &&
          !isClosedAndEmpty &&
          !hasNothingToBook &&
          (isWide ? <BoardGrid {...board} /> : <BoardList {...board} />)}
        {bookings.data && <OffList bookings={bookings.data.items} />}
      </div>
      <Outlet />
    </Page>
  )
}
