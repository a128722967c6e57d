import type { ReactNode } from 'react'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { amountDue } from '@buy-locals/features/booking/status'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { format } from '@buy-locals/values/money'
import { Form } from '../site/form'

type CardFormProps = {
  booking: Booking
  /** Why the last try charged nothing. */
  declined: string | undefined
  isBusy: boolean
  disabled?: boolean
  onSubmit: () => void
  children: ReactNode
}

/** The fields of a card, why it was declined, and the button that says what is paid. */
export function CardForm({ booking, declined, isBusy, disabled = false, onSubmit, children }: CardFormProps) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
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
        label={t('pay.pay', { amount: format(amountDue(booking), i18n.locale) })}
      />
    </Form>
  )
}
