import { usePagedQuery } from '@buy-locals/client/use-paged-query'
import { isSignedOut } from '@buy-locals/client/me'
import { listMyBookings } from '@buy-locals/contracts/booking/operations'
import { splitByTime } from '@buy-locals/features/booking/booking-lines'
import { BookingCard, type ListedBooking } from '@buy-locals/features/booking-card'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Grid, Page } from '@buy-locals/ui/layout'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
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
      <Group title={t('bookings.upcoming')} bookings={upcoming} empty={t('bookings.nothingUpcoming')} />
      {past.length > 0 && <Group title={t('bookings.past')} bookings={past} />}
    </>
  )
}

type GroupProps = { title: string; bookings: readonly ListedBooking[]; empty?: string }

function Group({ title, bookings, empty }: GroupProps) {
  return (
    <Stack gap="md">
      <Title level={2}>{title}</Title>
      {bookings.length === 0 && empty && <Text tone="quiet">{empty}</Text>}
      {bookings.length > 0 && (
        <Grid label={title}>
          {bookings.map((booking) => (
            <BookingCard key={booking.id} booking={booking} href={`/bookings/${booking.id}`} />
          ))}
        </Grid>
      )}
    </Stack>
  )
}
