import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { readConfig } from '@buy-locals/contracts/host/operations'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Notice } from '@buy-locals/ui/notice'
import { Progress } from '@buy-locals/ui/progress'
import { FailedState } from '../shell/screen-error'
import { StripeForm } from './stripe-form'
import { TestCardForm } from './test-card-form'

type PaymentFormProps = { booking: Booking; onPaid: () => void }

/** The way to pay that this server has. */
export function PaymentForm({ booking, onPaid }: PaymentFormProps) {
  const tFeatures = translatorForFeatures(useI18n())
  const { data: config, error, refetch } = useOperationQuery(readConfig, {})
  if (!config && error) return <FailedState level={3} error={error} onRetry={() => void refetch()} />
  if (!config) return <Progress label={tFeatures('pay.loading')} />
  const { mode, apiBase } = config.payments
  if (mode === 'off') return <Notice tone="danger" title={tFeatures('pay.off')} />
  if (mode === 'simulator' && apiBase) return <TestCardForm booking={booking} apiBase={apiBase} onPaid={onPaid} />
  return <StripeForm booking={booking} onPaid={onPaid} />
}
