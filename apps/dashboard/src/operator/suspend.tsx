import { listListingReports, listMarketBusinesses, suspendBusiness } from '@buy-locals/contracts/business/operations'
import type { Business } from '@buy-locals/contracts/business/shapes'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { useT } from '../messages/use-t'
import { DecideWithReason } from './decide-with-reason'

/** Takes a page off the site, with a reason that its owner reads, where there is one. */
export function Suspend({ business: { id, name, claimed } }: { business: Pick<Business, 'id' | 'name' | 'claimed'> }) {
  const t = useT()
  const suspend = useOperationMutation(suspendBusiness, {
    inlineError: true,
    invalidates: [listMarketBusinesses, listListingReports],
    successText: t('operator.suspendDone', { name }),
  })
  return (
    <DecideWithReason
      label={t('operator.suspend')}
      name={t('operator.suspendName', { name })}
      title={t('operator.suspendTitle', { name })}
      text={t(claimed ? 'operator.suspendText' : 'operator.suspendTextUnclaimed')}
      busy={suspend.isPending}
      error={suspend.shownError}
      onDecide={(reason) => suspend.mutate({ input: { params: { businessId: id }, body: { reason } } })}
    />
  )
}
