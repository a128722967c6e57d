import { Outlet } from 'react-router'
import { EmptyState, ErrorState } from '@buy-locals/ui/empty-state'
import { Button } from '@buy-locals/ui/button'
import { Page } from '@buy-locals/ui/layout'
import { Loading, Skeleton } from '@buy-locals/ui/skeleton'
import { useErrorText } from '../api/error-text'
import { useHere } from '../shell/here'
import { usePageTitle } from '../shell/page-title'
import { useWide } from '../shell/use-wide'
import { FirstSteps } from '../start/first-steps'
import { useTimes } from '../time/use-times'
import { useT } from '../messages/use-t'
import { BoardHead } from './board-head'
import { BoardGrid } from './board-grid'
import { BoardList } from './board-list'
import styles from './board-page.module.css'
import { OffList } from './off-list'
import { useBoard, useDay } from './use-board'

/** Today, as it happens: the screen that an owner leaves open. */
export function Component() {
  const t = useT()
  const errorText = useErrorText()
  const wide = useWide()
  const { business } = useHere()
  const { day: dayText } = useTimes(business.timeZone)
  const { date, today, now, isToday } = useDay()
  const { bookings, staff, services, day, entries, columns } = useBoard(date)
  const failed = [bookings, staff, services].find(({ error, data }) => error && !data)
  usePageTitle(isToday ? t('board.today') : dayText(date), business.name)

  const shown = { day, columns: columns ?? [], now, isToday, hasHours: business.hours !== undefined }
  const isClosed = business.hours !== undefined && day.openSpans(business.hours).length === 0
  const isShut = isClosed && entries?.length === 0
  const isBare = entries?.length === 0 && services.data?.items.length === 0
  return (
    <Page wide>
      <div className={styles.board}>
        <BoardHead date={date} today={today} now={now} bookings={bookings.data?.items} />
        <FirstSteps />
        {failed && (
          <ErrorState
            title={t('failure.title')}
            text={errorText(failed.error)}
            action={<Button label={t('failure.retry')} onPress={() => void failed.refetch()} />}
          />
        )}
        {!columns && !failed && (
          <Loading label={t('shell.loading')}>
            <Skeleton height={wide ? 560 : 420} />
          </Loading>
        )}
        {isShut && !isBare && <EmptyState icon="moon" title={t('board.closedDay')} text={t('board.nothingClosed')} />}
        {columns && !isShut && !isBare && (wide ? <BoardGrid {...shown} /> : <BoardList {...shown} />)}
        {bookings.data && <OffList bookings={bookings.data.items} />}
      </div>
      <Outlet />
    </Page>
  )
}
