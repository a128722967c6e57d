import { redirect, useLoaderData, useRevalidator, type MetaFunction } from 'react-router'
import { listMyBookings } from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { isOver } from '@buy-locals/features/booking/status'
import { BookingCard } from '@buy-locals/features/booking-card'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Grid, Page } from '@buy-locals/ui/layout'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { Unverified } from '../account/unverified'
import { privateMeta } from '../site/meta'
import { translatorForSite, siteI18n, useT } from '../messages/site-i18n'
import { asClosed } from '../site/refused'
import { useLive } from './use-live'
import type { Asked } from '../server/asked'

export async function loader({ request, context: { call, me, locale } }: Asked) {
  if (!me) throw redirect('/sign-in?to=/bookings')
  const cursor = new URL(request.url).searchParams.get('cursor')
  const page = await call(listMyBookings, { query: { limit: 40, ...(cursor && { cursor }) } })
  const ids = [...new Set(page.items.map(({ businessId }) => businessId))]
  const businesses = await Promise.all(
    ids.map((id) => call(readBusiness, { params: { businessId: id } }).catch(asClosed)),
  )
  const names = Object.fromEntries(businesses.flatMap((found) => (found ? [[found.id, found.name]] : [])))
  return { ...page, names, locale }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => {
  const t = translatorForSite(siteI18n(loaderData?.locale ?? 'en-US'))
  return privateMeta(t('site.title', { page: t('booking.mine') }))
}

export default function MyBookings() {
  const { items, names, nextCursor } = useLoaderData<typeof loader>()
  const t = useT()
  const { revalidate } = useRevalidator()
  useLive(() => void revalidate())
  const upcoming = items.filter(({ status }) => !isOver(status)).toSorted((a, b) => a.start.localeCompare(b.start))
  const past = items.filter(({ status }) => isOver(status)).toSorted((a, b) => b.start.localeCompare(a.start))
  return (
    <Page>
      <Title level={1}>{t('booking.mine')}</Title>
      <Unverified />
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
          <Bookings
            title={t('booking.upcoming')}
            bookings={upcoming}
            names={names}
            empty={t('booking.nothingUpcoming')}
          />
          {past.length > 0 && <Bookings title={t('booking.past')} bookings={past} names={names} />}
        </Stack>
      )}
      {nextCursor && <TextLink label={t('booking.more')} href={`?cursor=${encodeURIComponent(nextCursor)}`} />}
    </Page>
  )
}

type BookingsProps = { title: string; bookings: readonly Booking[]; names: Record<string, string>; empty?: string }

function Bookings({ title, bookings, names, empty }: BookingsProps) {
  return (
    <Stack>
      <Title level={2}>{title}</Title>
      {bookings.length === 0 && empty && <Text tone="quiet">{empty}</Text>}
      {bookings.length > 0 && (
        <Grid label={title}>
          {bookings.map((booking) => (
            <BookingCard
              key={booking.id}
              booking={booking}
              business={names[booking.businessId]}
              href={`/bookings/${booking.id}`}
            />
          ))}
        </Grid>
      )}
    </Stack>
  )
}
