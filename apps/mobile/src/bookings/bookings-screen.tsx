import { usePagedQuery } from '@buy-locals/client/use-paged-query'
import { isSignedOut } from '@buy-locals/client/me'
import { listMyBookings } from '@buy-locals/contracts/booking/operations'
import { splitByTime } from '@buy-locals/features/booking/booking-lines'
import type { ListedBooking } from '@buy-locals/features/booking-card'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { useNextPage } from '@buy-locals/features/operation/use-next-page'
import { TitledBookings } from '@buy-locals/features/titled-bookings'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { Title } from '@buy-locals/ui/title'
import { useOwnZone } from '../session/use-own-zone'
import { AgeNotice } from '../shell/age-notice'
import { LoadingCards } from '../explore/loading-cards'
import { Failed } from '../shell/screen-error'
import { GuestBookings } from './guest-bookings'
import { RefusedLinks, type Link } from './opened-links'

/** My bookings: those to come, then those that are over. */
export function BookingsScreen({ links = [] }: { links?: readonly Link[] }) {
  const t = translatorForFeatures(useI18n())
  const zone = useOwnZone()
  const list = usePagedQuery(listMyBookings, { query: { limit: 40 } })
  const next = useNextPage(list)
  if (isSignedOut(list.error)) return <GuestBookings links={links} />
  if (!list.data && list.error) return <Failed error={list.error} onRetry={() => void list.refetch()} />
  const bookings = list.data?.pages.flatMap(({ items }) => items)
  return (
    <Page>
      <Title level={1}>{t('booking.mine')}</Title>
      <RefusedLinks links={links} />
      <AgeNotice query={list} zone={zone} />
      {!bookings && <LoadingCards />}
      {bookings && <Bookings bookings={bookings} />}
      {next && <Button tone="secondary" busy={next.isBusy} label={t('booking.more')} onPress={next.onPress} />}
    </Page>
  )
}

function Bookings({ bookings }: { bookings: readonly ListedBooking[] }) {
  const t = translatorForFeatures(useI18n())
  if (bookings.length === 0) {
    const action = <Button label={t('booking.emptyAction')} href="/" />
    return <EmptyState icon="calendar" title={t('booking.emptyTitle')} text={t('booking.emptyText')} action={action} />
  }
  const { upcoming, past } = splitByTime(bookings)
  return (
    <>
      <TitledBookings title={t('booking.upcoming')} bookings={upcoming} empty={t('booking.nothingUpcoming')} />
      {past.length > 0 && <TitledBookings title={t('booking.past')} bookings={past} />}
    </>
  )
}
