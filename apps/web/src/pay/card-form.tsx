import type { ReactNode } from 'react'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { useI18n, type MessageKey } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { format } from '@buy-locals/values/money'
import type { pay } from '../messages/en-pay'
import { useT } from '../messages/site-i18n'
import { Form, type FormValues } from '../site/form'

const byCode: Record<string, MessageKey<typeof pay>> = {
  insufficient_funds: 'declinedFunds',
  expired_card: 'declinedExpired',
  invalid_expiry_month: 'declinedExpired',
  invalid_expiry_year: 'declinedExpired',
  incorrect_cvc: 'declinedCvc',
  invalid_cvc: 'declinedCvc',
  incorrect_number: 'declinedNumber',
  invalid_number: 'declinedNumber',
  payment_intent_authentication_failure: 'notConfirmed',
}

/** Why a card was declined, as far as its bank says. */
export const declinedKey = (code: string) => `pay.${byCode[code] ?? 'declined'}` as const

type CardFormProps = {
  booking: Booking
  /** Why the last try charged nothing. */
  declined: string | undefined
  isBusy: boolean
  disabled?: boolean
  onSubmit: (values: FormValues) => void
  children: ReactNode
}

/** The fields of a card, why it was declined, and the button that says what is paid. */
export function CardForm({ booking, declined, isBusy, disabled = false, onSubmit, children }: CardFormProps) {
  const t = useT()
  const { locale } = useI18n()
  return (
    <Form onSubmit={onSubmit}>
      {children}
      {declined && <Notice tone="danger" title={declined} text={t('pay.notCharged')} />}
      <Button
        submit
        large
        wide
        icon="lock"
        busy={isBusy}
        disabled={disabled}
        label={t('pay.pay', { amount: format(booking.heldMove?.due ?? booking.deposit, locale) })}
      />
    </Form>
  )
}
