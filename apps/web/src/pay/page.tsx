import { redirect, useLoaderData } from 'react-router'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { MoveDetails } from '@buy-locals/features/move-details'
import { Columns, Page } from '@buy-locals/ui/layout'
import { Stack } from '@buy-locals/ui/stack'
import { Steps } from '@buy-locals/ui/steps'
import { Title } from '@buy-locals/ui/title'
import { BusinessLink } from '../bookings/business-link'
import { LockedBooking } from '../bookings/locked-booking'
import { useLinkExchange } from '../bookings/use-link-exchange'
import { loadBooking, type LoadedBooking } from '../bookings/load-booking'
import { BookingDetails } from '../bookings/booking-details'
import { privateSharedPage } from '../site/page-meta'
import { Payment } from './payment'
import type { LoaderArgs } from '../server/visit'

export async function loader({ params, context }: LoaderArgs) {
  const loaded = await loadBooking(context, params['bookingId'] ?? '')
  if (loaded.kind === 'locked') return loaded
  const { id, status, heldMove, rescheduledAt } = loaded.booking
  const isNew = status === 'confirmed' && !rescheduledAt
  if (status !== 'held' && !heldMove) throw redirect(`/bookings/${id}${isNew ? '?new' : ''}`)
  return loaded
}

export const meta = privateSharedPage('pay.title')

export default function Pay() {
  const loaded = useLoaderData<typeof loader>()
  const exchange = useLinkExchange(loaded.kind === 'locked' ? loaded.bookingId : loaded.booking.id)
  if (loaded.kind === 'locked') return <LockedBooking exchange={exchange} />
  return <PayView loaded={loaded as LoadedBooking} />
}

function PayView({ loaded }: { loaded: LoadedBooking }) {
  const t = translatorForFeatures(useI18n())
  const { booking } = loaded
  const { heldMove } = booking
  const steps = heldMove
    ? [t('booking.moveSteps.time'), t('booking.moveSteps.check'), t('booking.moveSteps.pay')]
    : [t('book.steps.time'), t('book.steps.details'), t('book.steps.pay')]
  return (
    <Page>
      <Stack gap="sm">
        <Title level={1}>{t(heldMove ? 'pay.difference' : 'pay.title')}</Title>
        <BusinessLink loaded={loaded} label={(name) => `${booking.serviceName}, ${t('book.at', { business: name })}`} />
      </Stack>
      <Steps label={t('book.stepOf', { at: 3, of: 3, step: steps[2] ?? '' })} steps={steps} current={2} />
      <Columns
        aside={heldMove ? <MoveDetails booking={booking} move={heldMove} /> : <BookingDetails loaded={loaded} />}
      >
        <Payment loaded={loaded} />
      </Columns>
    </Page>
  )
}
