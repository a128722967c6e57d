import { useRevalidator } from 'react-router'
import { acceptRefund } from '@buy-locals/contracts/booking/operations'
import { isPaidOnline } from '@buy-locals/features/booking/status'
import { useI18n } from '@buy-locals/features/i18n'
import { formatDateTime } from '@buy-locals/values/format-time'
import { format, share } from '@buy-locals/values/money'
import { Button } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import type { LoadedBooking } from './load-booking'

/** What both sides say, until when it is decided, and what the business offers instead. */
export function ComplaintSection({ loaded: { booking, business } }: { loaded: LoadedBooking }) {
  const t = useT()
  const i18n = useI18n()
  const { complaint, complaintDecision, reason, timeZone, venue } = booking
  if (!complaint) return null
  const name = business?.name ?? venue?.name ?? ''
  return (
    <section aria-labelledby="complaint-title">
      <Stack>
        <Title level={2} id="complaint-title">
          {t('booking.complaint')}
        </Title>
        <Card>
          <Stack gap="lg">
            <Statement heading={t('booking.complaintYou')} text={complaint.text} />
            <Statement heading={t('booking.complaintThem', { business: name })} text={complaint.reply} />
            {complaintDecision && <Statement heading={t('booking.complaintReason')} text={reason} />}
            {!complaintDecision && (
              <Text size="small" tone="quiet">
                {t('booking.complaintDecideBy', { when: formatDateTime(i18n, complaint.decideBy, timeZone) })}
              </Text>
            )}
            {!complaintDecision && <OfferedRefund booking={booking} />}
          </Stack>
        </Card>
      </Stack>
    </section>
  )
}

function Statement({ heading, text }: { heading: string; text: string | undefined }) {
  if (!text) return null
  return (
    <Stack gap="xs">
      <Text size="small" weight="strong">
        {heading}
      </Text>
      <Text>{text}</Text>
    </Stack>
  )
}

function OfferedRefund({ booking }: { booking: LoadedBooking['booking'] }) {
  const t = useT()
  const { locale } = useI18n()
  const { revalidate } = useRevalidator()
  const { send, isBusy, error } = useSend(() => void revalidate())
  const { id: bookingId, offeredShare, deposit } = booking
  if (offeredShare === undefined || !isPaidOnline(booking)) return null
  const amount = format(share(deposit, offeredShare), locale)
  const accept = () => void send(() => callApi(acceptRefund, { params: { bookingId }, body: { offeredShare } }))
  return (
    <Stack gap="md">
      <Text weight="strong">{t('booking.complaintOffered', { amount })}</Text>
      <ErrorNotice error={error} />
      <span>
        <Button busy={isBusy} label={t('booking.complaintAccept', { amount })} onPress={accept} />
      </span>
      <Text size="small" tone="quiet">
        {t('booking.complaintOfferedText')}
      </Text>
    </Stack>
  )
}
