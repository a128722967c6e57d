import { useLoaderData } from 'react-router'
import { readReceipt } from '@buy-locals/contracts/payment/operations'
import type { Id } from '@buy-locals/values/ids'
import { amountLines, fundsText, mayMove, receiptLines } from '@buy-locals/features/booking/receipt-lines'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { DescriptionList } from '@buy-locals/ui/description-list'
import { Page } from '@buy-locals/ui/layout'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { MessagePage } from '../site/message-page'
import { privateSharedPage } from '../site/page-meta'
import { useT } from '../messages/site-i18n'
import { ignoreHidden } from '@buy-locals/api-client/refusal'
import type { LoaderArgs } from '../server/visit'
import { useFreshBooking } from './use-realtime'

export async function loader({ params, context: { callApi } }: LoaderArgs) {
  const bookingId = (params['bookingId'] ?? '') as Id<'booking'>
  return { bookingId, receipt: await callApi(readReceipt, { params: { bookingId } }).catch(ignoreHidden) }
}

export const meta = privateSharedPage('ownBooking.receipt')

export default function ReceiptPage() {
  const { bookingId, receipt } = useLoaderData<typeof loader>()
  const t = useT()
  const i18n = useI18n()
  const tFeatures = translatorForFeatures(i18n)
  useFreshBooking(receipt !== undefined && mayMove(receipt.funds))
  const back = (
    <Button tone="secondary" icon="arrow-left" label={tFeatures('booking.one')} href={`/bookings/${bookingId}`} />
  )
  if (!receipt) {
    return (
      <MessagePage
        icon="receipt"
        title={tFeatures('ownBooking.noReceiptTitle')}
        text={tFeatures('ownBooking.noReceiptText')}
        action={back}
      />
    )
  }
  return (
    <Page reading>
      <Title level={1}>{tFeatures('ownBooking.receiptTitle', { number: receipt.number })}</Title>
      <Card>
        <DescriptionList items={receiptLines(i18n, receipt)} />
      </Card>
      <Card>
        <DescriptionList items={amountLines(i18n, receipt)} />
        <Text size="small" tone="quiet">
          {fundsText(i18n, receipt)}
        </Text>
      </Card>
      <div data-print="no">
        <Buttons>
          {back}
          <Button tone="secondary" icon="download" label={t('booking.print')} onPress={() => window.print()} />
        </Buttons>
      </div>
    </Page>
  )
}
