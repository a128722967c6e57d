import { useLoaderData } from 'react-router'
import { readReceipt } from '@buy-locals/contracts/payment/operations'
import type { FundsStatus } from '@buy-locals/contracts/payment/shapes'
import type { Id } from '@buy-locals/values/ids'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { formatDateTimeWithZone, formatDayWithYear } from '@buy-locals/values/format-time'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { DescriptionList } from '@buy-locals/ui/description-list'
import { Page } from '@buy-locals/ui/layout'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { format } from '@buy-locals/values/money'
import { MessagePage } from '../site/message-page'
import { privatePage } from '../site/page-meta'
import { useT } from '../messages/site-i18n'
import { ignoreHidden } from '@buy-locals/api-client/refusal'
import type { LoaderArgs } from '../server/visit'
import { useFreshBooking } from './use-realtime'

export async function loader({ params, context: { callApi } }: LoaderArgs) {
  const bookingId = (params['bookingId'] ?? '') as Id<'booking'>
  return { bookingId, receipt: await callApi(readReceipt, { params: { bookingId } }).catch(ignoreHidden) }
}

export const meta = privatePage('booking.receipt')

export default function ReceiptPage() {
  const { bookingId, receipt } = useLoaderData<typeof loader>()
  const t = useT()
  const i18n = useI18n()
  useFreshBooking(receipt !== undefined && mayMove(receipt.funds))
  const back = (
    <Button
      tone="secondary"
      icon="arrow-left"
      label={translatorForFeatures(i18n)('booking.one')}
      href={`/bookings/${bookingId}`}
    />
  )
  if (!receipt) {
    return (
      <MessagePage icon="receipt" title={t('booking.noReceiptTitle')} text={t('booking.noReceiptText')} action={back} />
    )
  }
  const { card, funds, releaseAt, timeZone } = receipt
  const items = [
    { label: t('booking.receiptOf'), value: receipt.businessName },
    { label: t('booking.receiptFor'), value: receipt.serviceName },
    { label: t('booking.when'), value: formatDateTimeWithZone(i18n, receipt.start, timeZone) },
    { label: t('booking.paidAt'), value: formatDateTimeWithZone(i18n, receipt.paidAt, timeZone) },
    ...(card
      ? [
          {
            label: t('booking.cardLabel'),
            value: t('booking.card', { ...card, brand: brands[card.brand] ?? card.brand }),
          },
        ]
      : []),
  ]
  const lines = receipt.lines.map(({ kind, at, amount }) => ({
    label: `${t(`booking.${kind}`)}, ${formatDayWithYear(i18n, at, timeZone)}`,
    value: format(amount, i18n.locale),
  }))
  return (
    <Page reading>
      <Title level={1}>{t('booking.receiptTitle', { number: receipt.number })}</Title>
      <Card>
        <DescriptionList items={items} />
      </Card>
      <Card>
        <DescriptionList
          items={[...lines, { label: t('booking.sum'), value: format(receipt.total, i18n.locale), total: true }]}
        />
        <Text size="small" tone="quiet">
          {funds === 'held' && releaseAt
            ? t('booking.funds.heldUntil', { when: formatDateTimeWithZone(i18n, releaseAt, timeZone) })
            : t(`booking.funds.${funds}`)}
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

/** By itself, and not because the business refunds what it has had. */
const mayMove = (funds: FundsStatus) => funds !== 'released' && funds !== 'refunded' && funds !== 'lost'

/** Stripe's names of brands, as they are printed on cards. */
const brands: Partial<Record<string, string>> = {
  amex: 'American Express',
  diners: 'Diners Club',
  discover: 'Discover',
  jcb: 'JCB',
  mastercard: 'Mastercard',
  unionpay: 'UnionPay',
  visa: 'Visa',
}
