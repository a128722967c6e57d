import { useRevalidator } from 'react-router'
import { acceptRefund } from '@buy-locals/contracts/booking/operations'
import { ComplaintCard } from '@buy-locals/features/complaint-card'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Stack } from '@buy-locals/ui/stack'
import { Title } from '@buy-locals/ui/title'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import type { LoadedBooking } from './load-booking'

export function ComplaintSection({ loaded: { booking, business } }: { loaded: LoadedBooking }) {
  const t = translatorForFeatures(useI18n())
  const { revalidate } = useRevalidator()
  const { send, isBusy, error } = useSend(() => void revalidate())
  if (!booking.complaint) return null
  const params = { bookingId: booking.id }
  return (
    <section aria-labelledby="complaint-title">
      <Stack>
        <Title level={2} id="complaint-title">
          {t('ownBooking.complaint')}
        </Title>
        <ComplaintCard
          booking={booking}
          name={business?.name ?? booking.venue?.name ?? ''}
          isAccepting={isBusy}
          errorNotice={<ErrorNotice error={error} />}
          onAccept={(offeredShare) => void send(() => callApi(acceptRefund, { params, body: { offeredShare } }))}
        />
      </Stack>
    </section>
  )
}
