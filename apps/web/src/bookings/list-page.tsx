import { redirect, useLoaderData, useRevalidator } from 'react-router'
import { listMyBookings } from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { isOver } from '@buy-locals/features/booking/status'
import { BookingCard } from '@buy-locals/features/booking-card'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Grid, Page } from '@buy-locals/ui/layout'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { UnverifiedNotice } from '../account/verification'
import { privatePage } from '../site/page-meta'
import { useT } from '../messages/site-i18n'
import { loadFrom } from '../api/loader-errors'
import { useRealtime } from './use-realtime'
import type { LoaderArgs } from '../server/visit'

export async function loader({ request, context: { callApi, me } }: LoaderArgs) {
  if (!me) throw redirect('/sign-in?to=/bookings')
  const cursor = new URL(request.url).searchParams.get('cursor')
  return loadFrom(cursor, (from) => callApi(listMyBookings, { query: { limit: 40, ...(from && { cursor: from }) } }))
}

export const meta = privatePage('booking.mine')

export default function MyBookings() {
  const { items, nextCursor } = useLoaderData<typeof loader>()
  const t = useT()
  const { revalidate } = useRevalidator()
  useRealtime(() => void revalidate())
  const upcoming = items.filter(({ status }) => !isOver(status)).toSorted((a, b) => a.start.localeCompare(b.start))
  const past = items.filter(({ status }) => isOver(status)).toSorted((a, b) => b.start.localeCompare(a.start))
  return (
    <Page>
      <Title level={1}>{t('booking.mine')}</Title>
      <UnverifiedNotice />
      {items.length === 0 && (
        <EmptyState
          icon="calendar"
          title={t('booking.emptyTitle')}
          text={t('booking.emptyText')}
          action={<Button label={t('booking.emptyAction')} href="/" />}
        />
      )}
      {items.length > 0 && (
        <Stack gap="huge">
          <Bookings title={t('booking.upcoming')} bookings={upcoming} empty={t('booking.nothingUpcoming')} />
          {past.length > 0 && <Bookings title={t('booking.past')} bookings={past} />}
        </Stack>
      )}
      {nextCursor && <TextLink label={t('booking.more')} href={`?cursor=${encodeURIComponent(nextCursor)}`} />}
    </Page>
  )
}

type BookingsProps = { title: string; bookings: readonly Booking[]; empty?: string }

function Bookings({ title, bookings, empty }: BookingsProps) {
  return (
    <Stack>
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
