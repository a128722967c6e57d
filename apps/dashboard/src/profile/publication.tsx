import { publishBusiness, readBusiness } from '@buy-locals/contracts/business/operations'
import { Button } from '@buy-locals/ui/button'
import { Row } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { useOrder } from '../ask/use-order'
import { Section } from '../forms/section'
import { BusinessStatus } from '../shell/business-status'
import { useHere } from '../shell/here'
import { useSay } from '../words/say'

/** Whether people can find it, and the owner's wish that they can. */
export function Publication() {
  const say = useSay()
  const { business, params, may } = useHere()
  const publish = useOrder(publishBusiness, { changes: [readBusiness], said: say('profile.publishDone') })
  return (
    <Section title={say('profile.onSite')}>
      <Row justify="between" wrap>
        <BusinessStatus status={business.status} />
        {business.status === 'draft' && may('owner') && (
          <Button
            icon="send"
            label={say('profile.publish')}
            busy={publish.isPending}
            onPress={() => publish.mutate({ input: { params } })}
          />
        )}
      </Row>
      <Text tone="quiet">{say(`profile.status.${business.status}`)}</Text>
    </Section>
  )
}
