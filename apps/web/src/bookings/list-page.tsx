import { useLoaderData, useRevalidator } from 'react-router'
import { listMyBookings, readBooking } from '@buy-locals/contracts/booking/operations'
import { splitByTime } from '@buy-locals/features/booking/booking-lines'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { TitledBookings } from '@buy-locals/features/titled-bookings'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { Stack } from '@buy-locals/ui/stack'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { UnverifiedNotice } from '../account/verification'
import { privateSharedPage } from '../site/page-meta'
import type { Id } from '@buy-locals/values/ids'
import { ignoreHidden } from '@buy-locals/api-client/refusal'
import { loadFrom } from '../api/loader-errors'
import { GuestBookings } from './guest-bookings'
import { useRealtime } from './use-realtime'
import type { LoaderArgs } from '../server/visit'

export async function loader({ request, context: { callApi, me, openedBookings } }: LoaderArgs) {
  if (!me) {
    const opened = openedBookings.map((id) => ({ bookingId: id as Id<'booking'> }))
    const found = await Promise.all(opened.map((params) => callApi(readBooking, { params }).catch(ignoreHidden)))
    return { isGuest: true, items: found.filter((booking) => booking !== undefined), nextCursor: undefined }
  }
  const cursor = new URL(request.url).searchParams.get('cursor')
  const load = (from?: string) => callApi(listMyBookings, { query: { limit: 40, ...(from && { cursor: from }) } })
  return { isGuest: false, ...(await loadFrom(cursor, load)) }
}

export const meta = privateSharedPage('booking.mine')

export default function BookingsPage() {
  const { isGuest, items } = useLoaderData<typeof loader>()
  return isGuest ? <GuestBookings bookings={items} /> : <MyBookings />
}

function MyBookings() {
  const { items, nextCursor } = useLoaderData<typeof loader>()
  const t = translatorForFeatures(useI18n())
  const { revalidate } = useRevalidator()
  useRealtime(() => void revalidate())
  const { upcoming, past } = splitByTime(items)
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
          <TitledBookings title={t('booking.upcoming')} bookings={upcoming} empty={t('booking.nothingUpcoming')} />
          {past.length > 0 && <TitledBookings title={t('booking.past')} bookings={past} />}
        </Stack>
      )}
      {nextCursor && <TextLink label={t('booking.more')} href={`?cursor=${encodeURIComponent(nextCursor)}`} />}
    </Page>
  )
}
