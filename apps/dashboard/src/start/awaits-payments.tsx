import { listServices } from '@buy-locals/contracts/booking/operations'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useCurrentBusiness } from '../shell/current-business'
import { useT } from '../messages/use-t'

/** Services that are paid online while the business cannot take payments: no customer can book them. */
export function AwaitsPayments() {
  const t = useT()
  const { business, params, may, pathTo } = useCurrentBusiness()
  const isShown = may('manager') && (business.status === 'published' || business.status === 'pending')
  const services = useOperationQuery(listServices, { params }, { when: isShown })
  const waiting = services.data?.items.filter(({ active, awaitsPayments }) => active && awaitsPayments) ?? []
  if (!isShown || waiting.length === 0) return null
  return (
    <Notice
      tone="pending"
      title={t('start.awaitsPayments', { count: waiting.length })}
      text={t('start.awaitsPaymentsText')}
      action={
        <Buttons>
          <Button label={t('start.toPayments')} href={pathTo('money')} />
          <Button tone="quiet" label={t('start.toServices')} href={pathTo('services')} />
        </Buttons>
      }
    />
  )
}
