import { publishBusiness, readBusiness } from '@buy-locals/contracts/business/operations'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { Row } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { Section } from '../forms/edit-form'
import { BusinessStatus } from '../shell/business-status'
import { useCurrentBusiness } from '../shell/current-business'
import { siteUrl } from '../shell/links'
import { DecisionNotice } from '../start/decision-notice'
import { useT } from '../messages/use-t'

/** Whether customers can find the business, and the button to ask for its publication. */
export function Publication() {
  const t = useT()
  const { business, params, may } = useCurrentBusiness()
  const publish = useOperationMutation(publishBusiness, {
    invalidates: [readBusiness],
    successText: t('profile.publishDone'),
  })
  return (
    <Section title={t('profile.siteUrl')}>
      <Row justify="between" wrap>
        <BusinessStatus status={business.status} />
        {business.status === 'draft' && may('owner') && (
          <Button
            icon="send"
            label={t('profile.publish')}
            busy={publish.isPending}
            onPress={() => publish.mutate({ input: { params } })}
          />
        )}
      </Row>
      <DecisionNotice />
      <Text tone="quiet">{t(`profile.status.${business.status}`)}</Text>
      {(business.status === 'draft' || business.status === 'pending') && (
        <Row>
          <TextLink external label={t('shell.preview')} href={siteUrl(`/b/${business.slug}`)} />
        </Row>
      )}
      {business.proposed && <Notice tone="pending" title={t('profile.proposed')} text={t('profile.proposedText')} />}
    </Section>
  )
}
