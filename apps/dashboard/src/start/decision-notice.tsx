import { listMarkets } from '@buy-locals/contracts/business/operations'
import { Notice } from '@buy-locals/ui/notice'
import { TextLink } from '@buy-locals/ui/text-link'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useCurrentBusiness } from '../shell/current-business'
import { useT } from '../messages/use-t'

/** What the operator decided against the business or its changes, why, and where to write to. */
export function DecisionNotice() {
  const t = useT()
  const { business } = useCurrentBusiness()
  const { outcome, reason } = business.decision ?? {}
  const isOffSite = business.status === 'suspended'
  const shown =
    (isOffSite && (outcome === 'rejected' ? 'rejected' : 'suspended')) ||
    (business.status === 'draft' && outcome === 'returned' && 'returned') ||
    (business.status === 'published' && outcome === 'refused' && !business.proposed && 'refused')
  const markets = useOperationQuery(listMarkets, {}, { when: Boolean(shown) })
  const email = markets.data?.items.find(({ id }) => id === business.marketId)?.contact?.email
  if (!shown) return null
  const text = reason ? t('start.reason', { reason }) : isOffSite ? t('start.suspendedText') : undefined
  return (
    <Notice
      tone="danger"
      title={t(`start.decision.${shown}`)}
      {...(text && { text })}
      {...(email && { action: <TextLink external label={t('start.writeTo', { email })} href={`mailto:${email}`} /> })}
    />
  )
}
