import { useLoaderData, useSearchParams, type MetaFunction } from 'react-router'
import { isOver } from '@buy-locals/features/booking/status'
import { BookingStatus } from '@buy-locals/features/booking-status'
import { Columns, Page } from '@buy-locals/ui/layout'
import { Notice } from '@buy-locals/ui/notice'
import { Row, Stack } from '@buy-locals/ui/stack'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { privateMeta } from '../site/meta'
import { translatorForSite, siteI18n, useT } from '../messages/site-i18n'
import { Actions } from './actions'
import { Closed } from './closed'
import { loadOne, type Open } from './load'
import { Outcome } from './outcome'
import { Particulars } from './particulars'
import { ReviewPart } from './review-part'
import { useFresh } from './use-fresh'
import type { Asked } from '../server/asked'

export async function loader({ params, context }: Asked) {
  return { ...(await loadOne(context, params['bookingId'] ?? '')), locale: context.locale }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => {
  const t = translatorForSite(siteI18n(loaderData?.locale ?? 'en-US'))
  return privateMeta(t('site.title', { page: t('booking.one') }))
}

export default function BookingPage() {
  const loaded = useLoaderData<typeof loader>()
  if (loaded.kind === 'closed') return <Closed bookingId={loaded.bookingId} />
  return <Shown open={loaded as Open} />
}

function Shown({ open }: { open: Open }) {
  const t = useT()
  const [params] = useSearchParams()
  const { booking, business } = open
  useFresh(!isOver(booking.status))
  const isNew = params.has('new')
  return (
    <Page>
      {isNew && booking.status === 'confirmed' && (
        <Notice tone="success" title={t('booking.thanks')} text={t('booking.thanksText')} />
      )}
      {isNew && booking.status === 'pending' && (
        <Notice tone="pending" title={t('booking.requested')} text={t('booking.requestedText')} />
      )}
      <Stack gap="sm">
        <Row wrap gap="md" justify="between">
          <Title level={1}>{booking.serviceName}</Title>
          <BookingStatus status={booking.status} />
        </Row>
        {business && (
          <span>
            <TextLink label={t('book.at', { business: business.name })} href={`/b/${business.slug}`} />
          </span>
        )}
      </Stack>
      <Columns aside={<Actions open={open} />}>
        <Stack gap="xl">
          <Outcome booking={booking} />
          <Particulars open={open} />
          {booking.status === 'completed' && <ReviewPart open={open} />}
        </Stack>
      </Columns>
    </Page>
  )
}
