import { useState } from 'react'
import { useNavigate, useRevalidator, useSearchParams } from 'react-router'
import { Refusal } from '@buy-locals/api-client/refusal'
import { rescheduleBooking } from '@buy-locals/contracts/booking/operations'
import type { Booking, Quote } from '@buy-locals/contracts/booking/shapes'
import { cancellationText } from '@buy-locals/features/booking/policy-text'
import { useI18n } from '@buy-locals/features/i18n'
import { formatDateTimeWithZone } from '@buy-locals/values/format-time'
import type { Id } from '@buy-locals/values/ids'
import { format as formatMoney } from '@buy-locals/values/money'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { Card } from '@buy-locals/ui/card'
import { DescriptionList } from '@buy-locals/ui/description-list'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { SlotTakenNotice } from '../book/slot-taken-notice'
import type { BookingOptions } from '../book/load-options'
import type { Alternative } from '../book/use-book'
import type { LoadedBooking } from '../bookings/load-booking'
import { useT } from '../messages/site-i18n'

export type LoadedMove = LoadedBooking & { options: BookingOptions }

/** The old time and the new one, side by side, and until when the new one can be cancelled, before anything changes. */
export function ConfirmStep({ loaded: { booking, options, now }, start }: { loaded: LoadedMove; start: string }) {
  const t = useT()
  const i18n = useI18n()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const { revalidate } = useRevalidator()
  const { staffId, staff, business } = options
  const { timeZone, policy } = booking
  const paidOnline = booking.payment === 'online' ? booking.deposit : undefined
  const { send, isBusy, error } = useSend(() => {})
  const [requestedStart, setRequestedStart] = useState<string>()
  const isTaken = requestedStart === start && error instanceof Refusal && error.code === 'booking/slot-taken'
  const alternatives = isTaken ? ((error.members['alternatives'] ?? []) as Alternative[]) : undefined

  const hasNewPrice = error instanceof Refusal && error.code === 'booking/price-changed'
  const quote = hasNewPrice ? (error.members['quote'] as Quote) : undefined
  const newPrice = quote?.price
  const due = quote && booking.payment === 'online' && quote.dueNow.amount > 0 ? quote.dueNow : undefined

  function move() {
    setRequestedStart(start)
    const agreedPrice = newPrice ?? booking.price
    const body = { start, ...(staffId && { staffId: staffId as Id<'staff'> }), agreedPrice }
    const request = callApi(rescheduleBooking, { params: { bookingId: booking.id }, body })
    void send(() => request.catch(readFreeStartsAgain).then(goOn))
  }
  /** Where more is to pay, the new time is only held until then. */
  const goOn = ({ heldMove }: Booking) => navigate(`/bookings/${booking.id}${heldMove ? '/pay' : '?moved'}`)
  function readFreeStartsAgain(failure: unknown): never {
    void revalidate()
    throw failure
  }
  function pickAnother() {
    const before = new URLSearchParams(params)
    before.delete('at')
    void navigate(`?${before.toString()}`)
  }
  const format = (at: string) => formatDateTimeWithZone(i18n, at, timeZone)
  const formatAmount = (amount: Quote['price']) => formatMoney(amount, i18n.locale)
  function differenceText(): string {
    const paid = formatAmount(booking.deposit)
    if (due) return t('booking.moveDue', { paid, due: formatAmount(due) })
    if (quote?.refund) return t('booking.moveRefund', { paid, refund: formatAmount(quote.refund) })
    return t('booking.movePriceText')
  }
  const doLabel = newPrice ? t('booking.moveDoFor', { price: formatAmount(newPrice) }) : t('booking.moveDo')
  const name = staff.find(({ id }) => id === staffId)?.name
  return (
    <Stack gap="xl">
      <Title level={2}>{t('booking.moveCheck')}</Title>
      <Card>
        <DescriptionList
          items={[
            { label: t('booking.moveFrom'), value: format(booking.start) },
            { label: t('booking.moveTo'), value: format(start), total: true },
            ...(name ? [{ label: t('booking.with'), value: name }] : []),
          ]}
        />
        <Text size="small" tone="quiet">
          {cancellationText(i18n, { timeZone, policy, start, deposit: paidOnline }, now)}
        </Text>
      </Card>
      {alternatives && <SlotTakenNotice timeZone={business.timeZone} alternatives={alternatives} />}
      {newPrice && (
        <Notice
          tone="pending"
          title={t('booking.movePrice', { price: formatAmount(newPrice), before: formatAmount(booking.price) })}
          text={differenceText()}
        />
      )}
      {!alternatives && !newPrice && <ErrorNotice error={error} />}
      <Buttons>
        <Button
          large
          busy={isBusy}
          label={due ? t('booking.movePay', { due: formatAmount(due) }) : doLabel}
          onPress={move}
        />
        <Button large tone="secondary" label={t('booking.moveBack')} onPress={pickAnother} />
      </Buttons>
    </Stack>
  )
}
