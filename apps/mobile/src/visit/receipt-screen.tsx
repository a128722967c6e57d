import { Refusal } from '@buy-locals/api-client/refusal'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { readReceipt } from '@buy-locals/contracts/payment/operations'
import { amountLines, fundsText, receiptLines } from '@buy-locals/features/booking/receipt-lines'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Card } from '@buy-locals/ui/card'
import { DescriptionList } from '@buy-locals/ui/description-list'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import type { Id } from '@buy-locals/values/ids'
import { LoadingScreen } from '../shell/loading-screen'
import { Screen } from '../shell/screen'
import { Failed } from '../shell/screen-error'

/** What was paid and refunded, and where the money is. */
export function ReceiptScreen({ bookingId }: { bookingId: string }) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const params = { bookingId: bookingId as Id<'booking'> }
  const { data: receipt, error, refetch } = useOperationQuery(readReceipt, { params })
  if (error instanceof Refusal && error.code === 'not-found') {
    return (
      <Screen>
        <EmptyState
          level={1}
          icon="receipt"
          title={t('ownBooking.noReceiptTitle')}
          text={t('ownBooking.noReceiptText')}
        />
      </Screen>
    )
  }
  if (!receipt && error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!receipt) return <LoadingScreen />
  return (
    <Screen>
      <Title level={1}>{t('ownBooking.receiptTitle', { number: receipt.number })}</Title>
      <Card>
        <DescriptionList items={receiptLines(i18n, receipt)} />
      </Card>
      <Card>
        <DescriptionList items={amountLines(i18n, receipt)} />
        <Text size="small" tone="quiet">
          {fundsText(i18n, receipt)}
        </Text>
      </Card>
    </Screen>
  )
}
