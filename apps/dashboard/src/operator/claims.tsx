import { decideClaim, listClaims } from '@buy-locals/contracts/business/operations'
import type { Market } from '@buy-locals/contracts/business/shapes'
import type { Output } from '@buy-locals/contracts/operation'
import { Buttons } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import type { Id } from '@buy-locals/values/ids'
import { formatPhone } from '@buy-locals/values/phone'
import { usePagedQuery } from '@buy-locals/client/use-paged-query'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { useTimes } from '@buy-locals/features/time/use-times'
import { Section } from '../forms/edit-form'
import { useT } from '../messages/use-t'
import { NotFound } from '../shell/fallback-pages'
import { PagedResult } from '../shell/query-result'
import { Screen } from '../shell/screen'
import { Approve } from './approve'
import { Claimant } from './claimant'
import { DecideWithReason } from './decide-with-reason'
import { useMarket } from './use-market'

type Claim = Output<typeof listClaims>['items'][number]

/** Who says that an unclaimed page is theirs, and could not show it by mail. */
export function Claims({ markets }: { markets: readonly Market[] }) {
  const t = useT()
  const { market, field } = useMarket(markets)
  if (!market) return <NotFound />
  return (
    <Screen title={t('operator.claims')} place={market.name} intro={t('operator.claimsIntro')}>
      {field}
      <ClaimsOfMarket key={market.id} marketId={market.id} timeZone={market.timeZone} />
    </Screen>
  )
}

function ClaimsOfMarket({ marketId, timeZone }: { marketId: Id<'market'>; timeZone: string }) {
  const t = useT()
  const claims = usePagedQuery(listClaims, { params: { marketId }, query: { limit: 20 } })
  const empty = <EmptyState icon="store" title={t('operator.noReports')} text={t('operator.noClaimsText')} />
  return (
    <PagedResult query={claims} empty={empty}>
      {(items) => (
        <Stack gap="lg">
          {items.map((claim) => (
            <ClaimCard key={claim.id} claim={claim} timeZone={timeZone} />
          ))}
        </Stack>
      )}
    </PagedResult>
  )
}

function ClaimCard({
  claim: { id: claimId, business, note, createdAt },
  timeZone,
}: {
  claim: Claim
  timeZone: string
}) {
  const t = useT()
  const { formatMoment } = useTimes(timeZone)
  const input = { params: { claimId } }
  const approve = useOperationMutation(decideClaim, {
    inlineError: true,
    invalidates: [listClaims],
    successText: t('operator.claimDecided'),
  })
  const reject = useOperationMutation(decideClaim, {
    inlineError: true,
    invalidates: [listClaims],
    successText: t('operator.claimDecided'),
  })
  return (
    <Section title={business.name}>
      <Text>{note}</Text>
      <Claimant claimId={claimId} />
      <Text size="small" tone="quiet">
        {[
          business.phone && formatPhone(business.phone, business.address.country),
          business.website,
          formatMoment(createdAt),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <TextLink external label={t('operator.toListing')} href={`/b/${business.slug}`} />
      <Buttons>
        <Approve
          name={t('operator.approveName', { name: business.name })}
          title={t('operator.approveClaimTitle', { name: business.name })}
          text={t('operator.approveClaimText')}
          busy={approve.isPending}
          error={approve.shownError}
          onApprove={() => approve.mutate({ input: { ...input, body: { outcome: 'approved' } } })}
        />
        <DecideWithReason
          label={t('operator.rejectClaim')}
          name={t('operator.rejectClaimName', { name: business.name })}
          title={t('operator.rejectClaimTitle', { name: business.name })}
          text={t('operator.rejectClaimText')}
          busy={reject.isPending}
          error={reject.shownError}
          onDecide={(reason) => reject.mutate({ input: { ...input, body: { outcome: 'rejected', reason } } })}
        />
      </Buttons>
    </Section>
  )
}
