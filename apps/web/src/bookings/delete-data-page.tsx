import { useState } from 'react'
import { useLoaderData } from 'react-router'
import { Refusal } from '@buy-locals/api-client/refusal'
import { eraseGuest } from '@buy-locals/contracts/booking/operations'
import { isOver, isPaidOnline } from '@buy-locals/features/booking/status'
import { Button, Buttons } from '@buy-locals/ui/button'
import { CheckField } from '@buy-locals/ui/check-field'
import { Page } from '@buy-locals/ui/layout'
import { Notice } from '@buy-locals/ui/notice'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import type { LoaderArgs } from '../server/visit'
import { MessagePage } from '../site/message-page'
import { privatePage } from '../site/page-meta'
import { PlainList } from '../site/plain-list'
import { loadBooking, type LoadedBooking } from './load-booking'
import { LockedBooking } from './locked-booking'
import { useLinkExchange } from './use-link-exchange'

export async function loader({ params, context }: LoaderArgs) {
  return loadBooking(context, params['bookingId'] ?? '')
}

export const meta = privatePage('booking.deleteData')

/** For whoever booked without an account; an account is deleted on its own page. */
export default function DeleteData() {
  const loaded = useLoaderData<typeof loader>()
  const exchange = useLinkExchange(loaded.kind === 'locked' ? loaded.bookingId : loaded.booking.id)
  const [isDeleted, setDeleted] = useState(false)
  if (isDeleted) return <Deleted />
  if (loaded.kind === 'locked') return <LockedBooking exchange={exchange} />
  return <DeleteForm loaded={loaded as LoadedBooking} onDeleted={() => setDeleted(true)} />
}

const promises = ['deleteGone', 'deleteReviews'] as const

function DeleteForm({ loaded, onDeleted }: { loaded: LoadedBooking; onDeleted: () => void }) {
  const t = useT()
  const { booking, now } = loaded
  const [keepReviews, setKeepReviews] = useState(false)
  const { send, isBusy, error } = useSend(onDeleted)
  const isRefused = error instanceof Refusal && error.code === 'forbidden'
  const isUpcoming = !isOver(booking.status) && booking.start > now
  const erase = () => send(() => callApi(eraseGuest, { params: { bookingId: booking.id }, body: { keepReviews } }))
  return (
    <Page reading>
      <Stack gap="xl">
        <Title level={1}>{t('booking.deleteData')}</Title>
        {isUpcoming && (
          <Notice
            tone="pending"
            title={t(isPaidOnline(booking) ? 'booking.deleteUpcomingPaid' : 'booking.deleteUpcoming')}
          />
        )}
        <PlainList>
          {(
            [
              ...promises,
              isPaidOnline(booking) ? 'deleteKeptPaid' : 'deleteKept',
              'deleteOthers',
              'deleteFinal',
            ] as const
          ).map((key) => (
            <li key={key}>
              <Text>{t(`booking.${key}`)}</Text>
            </li>
          ))}
        </PlainList>
        <CheckField label={t('booking.deleteKeepReviews')} value={keepReviews} onChange={setKeepReviews} />
        {isRefused ? (
          <Notice tone="danger" title={t('booking.deleteFromMail')} text={t('booking.deleteFromMailText')} />
        ) : (
          <ErrorNotice error={error} />
        )}
        <Buttons>
          <Button tone="danger" busy={isBusy} label={t('booking.deleteData')} onPress={() => void erase()} />
          <Button tone="secondary" label={t('booking.deleteCancel')} href={`/bookings/${booking.id}`} />
        </Buttons>
      </Stack>
    </Page>
  )
}

function Deleted() {
  const t = useT()
  return (
    <MessagePage
      icon="circle-check"
      title={t('booking.deletedTitle')}
      text={t('booking.deletedText')}
      action={<Button label={t('account.deletedHome')} href="/" />}
    />
  )
}
