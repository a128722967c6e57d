import { Notice } from '@buy-locals/ui/notice'
import { useCurrentBusiness } from '../shell/current-business'
import { useT } from '../messages/use-t'

/** What the operator decided against the business or its changes, and why. */
export function DecisionNotice() {
  const t = useT()
  const { business } = useCurrentBusiness()
  const { outcome, reason } = business.decision ?? {}
  const isOffSite = business.status === 'suspended'
  const shown =
    (isOffSite && (outcome === 'rejected' ? 'rejected' : 'suspended')) ||
    (business.status === 'draft' && outcome === 'returned' && 'returned') ||
    (business.status === 'published' && outcome === 'refused' && !business.proposed && 'refused')
  if (!shown) return null
  const text = reason ? t('start.reason', { reason }) : isOffSite ? t('start.suspendedText') : undefined
  return <Notice tone="danger" title={t(`start.decision.${shown}`)} {...(text && { text })} />
}
