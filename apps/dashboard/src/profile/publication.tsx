import { publishBusiness, readBusiness } from '@buy-locals/contracts/business/operations'
import { Button } from '@buy-locals/ui/button'
import { Row } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { useOperationMutation } from '../api/use-operation-mutation'
import { Section } from '../forms/section'
import { BusinessStatus } from '../shell/business-status'
import { useHere } from '../shell/here'
import { useT } from '../messages/use-t'

/** Whether people can find it, and the owner's wish that they can. */
export function Publication() {
  const t = useT()
  const { business, params, may } = useHere()
  const publish = useOperationMutation(publishBusiness, {
    invalidates: [readBusiness],
    successText: t('profile.publishDone'),
  })
  return (
    <Section title={t('profile.onSite')}>
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
      <Text tone="quiet">{t(`profile.status.${business.status}`)}</Text>
    </Section>
  )
}
