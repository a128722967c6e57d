import { usePagedQuery } from '@buy-locals/client/use-paged-query'
import { isSignedOut } from '@buy-locals/client/me'
import { listMyBookings } from '@buy-locals/contracts/booking/operations'
import { splitByTime } from '@buy-locals/features/booking/booking-lines'
import type { ListedBooking } from '@buy-locals/features/booking-card'
import { TitledBookings } from '@buy-locals/features/titled-bookings'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { Title } from '@buy-locals/ui/title'
import { LoadingCards } from '../explore/loading-cards'
import { useT } from '../messages/mobile-i18n'
import { SignInFirst } from '../session/sign-in-first'
import { Failed } from '../shell/screen-error'

/** My bookings: those to come, then those that are over. */
export function BookingsScreen() {
  const t = useT()
  const list = usePagedQuery(listMyBookings, { query: { limit: 40 } })
  if (isSignedOut(list.error)) return <SignInFirst text={t('bookings.guestText')} />
  if (!list.data && list.error) return <Failed error={list.error} onRetry={() => void list.refetch()} />
  const bookings = list.data?.pages.flatMap(({ items }) => items)
  return (
    <Page>
      <Title level={1}>{t('bookings.title')}</Title>
      {!bookings && <LoadingCards />}
      {bookings && <Bookings bookings={bookings} />}
      {list.hasNextPage && (
        <Button
          tone="secondary"
          busy={list.isFetchingNextPage}
          label={t('bookings.more')}
          onPress={() => void list.fetchNextPage()}
        />
      )}
    </Page>
  )
}

function Bookings({ bookings }: { bookings: readonly ListedBooking[] }) {
  const t = useT()
  if (bookings.length === 0) {
    const action = <Button label={t('bookings.emptyAction')} href="/" />
    return (
      <EmptyState icon="calendar" title={t('bookings.emptyTitle')} text={t('bookings.emptyText')} action={action} />
    )
  }
  const { upcoming, past } = splitByTime(bookings)
  return (
    <>
      <TitledBookings title={t('bookings.upcoming')} bookings={upcoming} empty={t('bookings.nothingUpcoming')} />
      {past.length > 0 && <TitledBookings title={t('bookings.past')} bookings={past} />}
    </>
  )
}
