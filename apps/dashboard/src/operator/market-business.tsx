import { useI18n, translatorForFeatures } from '@buy-locals/features/i18n'
import { approveBusiness, listMarketBusinesses } from '@buy-locals/contracts/business/operations'
import type { Business } from '@buy-locals/contracts/business/shapes'
import { Buttons } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { Row } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { BusinessStatus } from '../shell/business-status'
import { siteUrl } from '../shell/links'
import { formatAddress } from '@buy-locals/values/address'
import { formatPhone } from '@buy-locals/values/phone'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { useT } from '../messages/use-t'
import { Approve } from './approve'
import { DecideWithReason } from './decide-with-reason'
import { Owners } from './owners'
import { ProposedChanges } from './proposed-change'
import { ServicesToReview } from './services-to-review'
import { Suspend } from './suspend'

/** What an operator has to know of a business, and what they can do about it. */
export function MarketBusiness({ business }: { business: Business }) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const { id, name, status, slug, categories, address, description, phone, website, hours } = business
  const input = { params: { businessId: id } }
  const approve = useOperationMutation(approveBusiness, {
    inlineError: true,
    invalidates: [listMarketBusinesses],
    successText: t('operator.approveDone', { name }),
  })
  const details = [
    categories.map((category) => tFeatures(`category.${category}`)).join(', '),
    formatAddress(address),
    phone && formatPhone(phone, address.country),
    t(hours?.weekly.length ? 'operator.hours' : 'operator.noHours'),
  ]
  return (
    <Card label={name}>
      <Row justify="between" wrap>
        <Title level={2} size="lead">
          {name}
        </Title>
        <BusinessStatus status={status} />
      </Row>
      <Text size="small" tone="quiet">
        {details.filter(Boolean).join(' · ')}
      </Text>
      {description && <Text>{description}</Text>}
      <Row gap="lg" wrap>
        {website && <TextLink external size="small" label={website} href={website} />}
        <TextLink
          external
          size="small"
          label={t(status === 'published' ? 'operator.seePage' : 'operator.preview')}
          href={siteUrl(`/b/${slug}`)}
        />
      </Row>
      {business.claimed && <Owners businessId={id} />}
      {status === 'pending' && <ServicesToReview businessId={id} />}
      {business.decision?.reason && status !== 'published' && (
        <Text size="small" tone="quiet">
          {t('operator.decided', { reason: business.decision.reason })}
        </Text>
      )}
      {status === 'published' && business.proposed && (
        <ProposedChanges business={business} proposed={business.proposed} />
      )}
      <Buttons>
        {(status === 'pending' || status === 'suspended') && (
          <Approve
            {...(status === 'suspended' && { label: t('operator.publishAgain') })}
            name={t(status === 'suspended' ? 'operator.publishAgainName' : 'operator.approveName', { name })}
            title={t('operator.approveTitle', { name })}
            text={t(business.claimed ? 'operator.approveText' : 'operator.approveTextUnclaimed')}
            busy={approve.isPending}
            error={approve.shownError}
            onApprove={() => approve.mutate({ input })}
          />
        )}
        {status === 'pending' && <SendBack id={id} name={name} outcome="returned" />}
        {status === 'pending' && <SendBack id={id} name={name} outcome="rejected" />}
        {status === 'published' && <Suspend business={business} />}
      </Buttons>
    </Card>
  )
}

type DecisionProps = Pick<Business, 'id' | 'name'>

/** A draft again, for its owner to put right; or off the site. */
function SendBack({ id, name, outcome }: DecisionProps & { outcome: 'returned' | 'rejected' }) {
  const t = useT()
  const decide = useOperationMutation(approveBusiness, {
    inlineError: true,
    invalidates: [listMarketBusinesses],
    successText: t(`operator.${outcome}.done`, { name }),
  })
  return (
    <DecideWithReason
      label={t(`operator.${outcome}.act`)}
      name={t(`operator.${outcome}.name`, { name })}
      title={t(`operator.${outcome}.title`, { name })}
      text={t(`operator.${outcome}.text`)}
      busy={decide.isPending}
      error={decide.shownError}
      onDecide={(reason) => decide.mutate({ input: { params: { businessId: id }, body: { outcome, reason } } })}
    />
  )
}
