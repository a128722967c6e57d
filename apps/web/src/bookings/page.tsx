import { useLoaderData, useSearchParams } from 'react-router'
import { canReview, isOver } from '@buy-locals/features/booking/status'
import { BookingOutcome } from '@buy-locals/features/booking-outcome'
import { BookingStatus } from '@buy-locals/features/booking-status'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Columns, Page } from '@buy-locals/ui/layout'
import { Notice } from '@buy-locals/ui/notice'
import { Row, Stack } from '@buy-locals/ui/stack'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { privateSharedPage } from '../site/page-meta'
import { useT } from '../messages/site-i18n'
import { BookingActions } from './booking-actions'
import { BusinessLink } from './business-link'
import { LockedBooking } from './locked-booking'
import { loadBooking, type LoadedBooking } from './load-booking'
import { BookingDetails } from './booking-details'
import { ComplaintSection } from './complaint-section'
import { MessagesSection } from './messages-section'
import { ReviewSection } from './review-section'
import { useLinkExchange } from './use-link-exchange'
import { useFreshBooking } from './use-realtime'
import type { LoaderArgs } from '../server/visit'

export async function loader({ params, context }: LoaderArgs) {
  return loadBooking(context, params['bookingId'] ?? '')
}

export const meta = privateSharedPage('booking.one')

export default function BookingPage() {
  const loaded = useLoaderData<typeof loader>()
  // Also where the page is open already: the link of a mail may do more than what opened it before.
  const exchange = useLinkExchange(loaded.kind === 'locked' ? loaded.bookingId : loaded.booking.id)
  if (loaded.kind === 'locked') return <LockedBooking exchange={exchange} />
  return <BookingView loaded={loaded as LoadedBooking} />
}

function BookingView({ loaded }: { loaded: LoadedBooking }) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const [params] = useSearchParams()
  const { booking } = loaded
  useFreshBooking(!isOver(booking.status) || loaded.thread.closesAt !== undefined)
  const isNew = params.has('new')
  return (
    <Page>
      {isNew && booking.status === 'confirmed' && (
        <Notice tone="success" title={tFeatures('booking.thanks')} text={tFeatures('booking.thanksText')} />
      )}
      {params.has('moved') && booking.status === 'confirmed' && (
        <Notice tone="success" title={tFeatures('booking.moved')} text={tFeatures('booking.movedText')} />
      )}
      {params.has('unmoved') && booking.status === 'confirmed' && (
        <Notice tone="info" title={tFeatures('booking.moveKept')} text={tFeatures('booking.moveKeptText')} />
      )}
      {isNew && booking.status === 'pending' && (
        <Notice tone="pending" title={tFeatures('booking.requested')} text={tFeatures('booking.requestedText')} />
      )}
      <Stack gap="sm">
        <Row wrap gap="md" justify="between">
          <Title level={1}>{booking.serviceName}</Title>
          <BookingStatus status={booking.status} />
        </Row>
        <BusinessLink loaded={loaded} label={(name) => tFeatures('book.at', { business: name })} />
      </Stack>
      <Columns aside={<BookingActions loaded={loaded} />}>
        <Stack gap="xl">
          <BookingOutcome booking={booking} now={loaded.now} />
          <ComplaintSection loaded={loaded} />
          <BookingDetails loaded={loaded} />
          {(loaded.review || canReview(booking)) && <ReviewSection loaded={loaded} />}
        </Stack>
      </Columns>
      <Columns aside={null}>
        <MessagesSection loaded={loaded} />
      </Columns>
      {loaded.isByLink && (
        <span>
          <TextLink label={t('booking.deleteData')} href={`/bookings/${booking.id}/delete-data`} />
        </span>
      )}
    </Page>
  )
}
