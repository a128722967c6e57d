import { listRefusedPayments } from '@buy-locals/contracts/payment/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { useI18n } from '@buy-locals/features/i18n'
import { formatDateTime } from '@buy-locals/values/format-time'
import { List, ListRow } from '@buy-locals/ui/list'
import type { Id } from '@buy-locals/values/ids'
import { usePagedQuery } from '@buy-locals/client/use-paged-query'
import { Section } from '../forms/edit-form'
import { useFormatMoney, useT } from '../messages/use-t'
import { PagedResult } from '../shell/query-result'

type RefusedPayment = Output<typeof listRefusedPayments>['items'][number]

/** Money that did not move and waits for somebody. Nothing is shown where there is none. */
export function RefusedPayments({ marketId }: { marketId: Id<'market'> }) {
  const t = useT()
  const refused = usePagedQuery(listRefusedPayments, { params: { marketId }, query: { limit: 20 } })
  return (
    <PagedResult query={refused} empty={null}>
      {(items) => (
        <Section title={t('operator.refusedTitle')} intro={t('operator.refusedIntro')}>
          <List label={t('operator.refusedTitle')}>
            {items.map((payment) => (
              <RefusedRow key={payment.id} payment={payment} />
            ))}
          </List>
        </Section>
      )}
    </PagedResult>
  )
}

function RefusedRow({ payment }: { payment: RefusedPayment }) {
  const t = useT()
  const i18n = useI18n()
  const formatMoney = useFormatMoney()
  const { serviceName: service, businessName: business, start, timeZone, refund, transfer } = payment
  const details = [
    formatDateTime(i18n, start, timeZone),
    refund && t('operator.refusedRefund', { amount: formatMoney(refund) }),
    transfer && t('operator.refusedTransfer', { amount: formatMoney(transfer) }),
  ]
  return (
    <ListRow title={t('operator.complaintTitle', { service, business })} detail={details.filter(Boolean).join(' · ')} />
  )
}
