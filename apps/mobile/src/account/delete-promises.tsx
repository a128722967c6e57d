import { serverNow } from '@buy-locals/client/clock'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { listMyBookings } from '@buy-locals/contracts/booking/operations'
import { readConfig } from '@buy-locals/contracts/host/operations'
import { isOver } from '@buy-locals/features/booking/status'
import { Notice } from '@buy-locals/ui/notice'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { useT } from '../messages/mobile-i18n'

/** What is cancelled, what is deleted, and what stays without a name. */
export function DeletePromises() {
  const t = useT()
  const { data: bookings } = useOperationQuery(listMyBookings, { query: { limit: 100 } })
  const { data: config } = useOperationQuery(readConfig, {})
  const takesPayments = config?.payments.mode !== 'off'
  const now = serverNow()
  const upcoming = bookings?.items.filter(({ status, start }) => !isOver(status) && start > now).length ?? 0
  const promises = [
    'deleteGone',
    'deleteReviews',
    takesPayments ? 'deleteKept' : 'deleteKeptUnpaid',
    'deleteFinal',
  ] as const
  return (
    <>
      {upcoming > 0 && (
        <Notice
          tone="pending"
          title={t(takesPayments ? 'ownAccount.deleteUpcoming' : 'ownAccount.deleteUpcomingUnpaid', {
            count: upcoming,
          })}
        />
      )}
      <Stack>
        {promises.map((key) => (
          <Text key={key}>{t(`ownAccount.${key}`)}</Text>
        ))}
      </Stack>
    </>
  )
}
