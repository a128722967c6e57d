import { useQueryClient } from '@tanstack/react-query'
import { acceptRefund, readBooking } from '@buy-locals/contracts/booking/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { ComplaintCard } from '@buy-locals/features/complaint-card'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { Stack } from '@buy-locals/ui/stack'
import { Title } from '@buy-locals/ui/title'
import { ErrorNotice } from '../shell/error-notice'

/** What became of a complaint, and the refund that the business offers. */
export function OwnComplaint({ booking }: { booking: Output<typeof readBooking> }) {
  const t = translatorForFeatures(useI18n())
  const queryClient = useQueryClient()
  const { mutate, isPending, shownError } = useOperationMutation(acceptRefund, {
    invalidates: [readBooking],
    inlineError: true,
  })
  if (!booking.complaint) return null
  const params = { bookingId: booking.id }
  return (
    <Stack>
      <Title level={2}>{t('ownBooking.complaint')}</Title>
      <ComplaintCard
        booking={booking}
        name={booking.venue?.name ?? ''}
        isAccepting={isPending}
        errorNotice={<ErrorNotice error={shownError} onReload={() => void queryClient.invalidateQueries()} />}
        onAccept={(offeredShare) => mutate({ input: { params, body: { offeredShare } } })}
      />
    </Stack>
  )
}
