import { useLoaderData, type MetaFunction } from 'react-router'
import { readReceipt } from '@buy-locals/contracts/payment/operations'
import type { Id } from '@buy-locals/values/ids'
import { useI18n } from '@buy-locals/features/i18n'
import { formatDateTimeWithZone, formatDayWithYear } from '@buy-locals/features/time/format-time'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { DescriptionList } from '@buy-locals/ui/description-list'
import { Page } from '@buy-locals/ui/layout'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { format } from '@buy-locals/values/money'
import { privateMeta } from '../site/meta'
import { translatorForSite, siteI18n, useT } from '../messages/site-i18n'
import { asClosed } from '../site/refused'
import type { Asked } from '../server/asked'

export async function loader({ params, context: { call, locale } }: Asked) {
  const bookingId = (params['bookingId'] ?? '') as Id<'booking'>
  return { bookingId, receipt: await call(readReceipt, { params: { bookingId } }).catch(asClosed), locale }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => {
  const t = translatorForSite(siteI18n(loaderData?.locale ?? 'en-US'))
  return privateMeta(t('site.title', { page: t('booking.receipt') }))
}

export default function ReceiptPage() {
  const { bookingId, receipt } = useLoaderData<typeof loader>()
  const t = useT()
  const i18n = useI18n()
  const back = <Button tone="secondary" icon="arrow-left" label={t('booking.one')} href={`/bookings/${bookingId}`} />
  if (!receipt) {
    return (
      <Page reading>
        <EmptyState
          level={1}
          icon="receipt"
          title={t('booking.noReceiptTitle')}
          text={t('booking.noReceiptText')}
          action={back}
        />
      </Page>
    )
  }
  const { card, funds, releaseAt, timeZone } = receipt
  const facts = [
    { label: t('booking.receiptOf'), value: receipt.businessName },
    { label: t('booking.receiptFor'), value: receipt.serviceName },
    { label: t('booking.when'), value: formatDateTimeWithZone(i18n, receipt.start, timeZone) },
    { label: t('booking.paidAt'), value: formatDateTimeWithZone(i18n, receipt.paidAt, timeZone) },
    ...(card
      ? [{ label: t('booking.cardLabel'), value: t('booking.card', { ...card, brand: capitalised(card.brand) }) }]
      : []),
  ]
  const lines = receipt.lines.map(({ kind, at, amount }) => ({
    label: `${t(`booking.${kind}`)}, ${formatDayWithYear(i18n, at, timeZone)}`,
    value: format(amount, i18n.locale),
  }))
  const isDated = funds === 'held' && releaseAt
  return (
    <Page reading>
      <Title level={1}>{t('booking.receiptTitle', { number: receipt.number })}</Title>
      <Card>
        <DescriptionList items={facts} />
      </Card>
      <Card>
        <DescriptionList
          items={[...lines, { label: t('booking.sum'), value: format(receipt.total, i18n.locale), total: true }]}
        />
        <Text size="small" tone="quiet">
          {isDated
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

/** 'visa' as it is printed on the card. */
const capitalised = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)
