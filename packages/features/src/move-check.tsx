import type { ReactNode } from 'react'
import { Refusal } from '@buy-locals/api-client/refusal'
import type { Booking, Quote } from '@buy-locals/contracts/booking/shapes'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { DescriptionList } from '@buy-locals/ui/description-list'
import { Notice } from '@buy-locals/ui/notice'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { formatDateTimeWithZone } from '@buy-locals/values/format-time'
import { format as formatMoney } from '@buy-locals/values/money'
import { alternativesOf } from './booking/booking-request'
import { cancellationText } from './booking/policy-text'
import { translatorForFeatures, useI18n } from './i18n'
import { SlotTakenNotice } from './slot-taken-notice'

type MoveCheckProps = {
  booking: Booking
  start: string
  staffName: string | undefined
  now: string
  isMoving: boolean
  /** What became of moving it to this time. */
  error: unknown
  /** Of an error that has no notice of its own here. */
  errorNotice: ReactNode
  onMove: (agreedPrice: Booking['price']) => void
  onChoose: (start: string) => void
  onBack: () => void
}

/** The old time and the new one, side by side, and until when the new one can be cancelled, before anything changes. */
export function MoveCheck({ booking, start, staffName, now, isMoving, error, errorNotice, ...on }: MoveCheckProps) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const { timeZone, policy } = booking
  const alternatives = alternativesOf(error)
  const hasNewPrice = error instanceof Refusal && error.code === 'booking/price-changed'
  const quote = hasNewPrice ? (error.members['quote'] as Quote) : undefined
  const newPrice = quote?.price
  const paidOnline = booking.payment === 'online' ? (quote?.deposit ?? booking.deposit) : undefined
  const due = quote && booking.payment === 'online' && quote.dueNow.amount > 0 ? quote.dueNow : undefined
  const format = (at: string) => formatDateTimeWithZone(i18n, at, timeZone)
  const formatAmount = (amount: Quote['price']) => formatMoney(amount, i18n.locale)
  function differenceText(): string {
    const paid = formatAmount(booking.deposit)
    if (due) return t('booking.moveDue', { paid, due: formatAmount(due) })
    if (quote?.refund) return t('booking.moveRefund', { paid, refund: formatAmount(quote.refund) })
    return t('booking.movePriceText')
  }
  const doLabel = newPrice ? t('booking.moveDoFor', { price: formatAmount(newPrice) }) : t('booking.moveDo')
  return (
    <Stack gap="xl">
      <Title level={2}>{t('booking.moveCheck')}</Title>
      <Card>
        <DescriptionList
          items={[
            { label: t('booking.moveFrom'), value: format(booking.start) },
            { label: t('booking.moveTo'), value: format(start), total: true },
            ...(staffName ? [{ label: t('booking.detail.with'), value: staffName }] : []),
          ]}
        />
        <Text size="small" tone="quiet">
          {cancellationText(i18n, { timeZone, policy, start, deposit: paidOnline }, now)}
        </Text>
      </Card>
      {alternatives && <SlotTakenNotice timeZone={timeZone} alternatives={alternatives} onChoose={on.onChoose} />}
      {newPrice && (
        <Notice
          tone="pending"
          title={t('booking.movePrice', { price: formatAmount(newPrice), before: formatAmount(booking.price) })}
          text={differenceText()}
        />
      )}
      {!alternatives && !newPrice && errorNotice}
      <Buttons>
        <Button
          large
          busy={isMoving}
          label={due ? t('booking.movePay', { due: formatAmount(due) }) : doLabel}
          onPress={() => on.onMove(newPrice ?? booking.price)}
        />
        <Button large tone="secondary" label={t('booking.moveBack')} onPress={on.onBack} />
      </Buttons>
    </Stack>
  )
}
