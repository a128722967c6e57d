import { listOwners } from '@buy-locals/contracts/auth/operations'
import { Row } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import type { Id } from '@buy-locals/values/ids'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useT } from '../messages/use-t'

/** Whom to ask about a business. */
export function Owners({ businessId }: { businessId: Id<'business'> }) {
  const t = useT()
  const { data } = useOperationQuery(listOwners, { params: { businessId } })
  return data?.items.map(({ personId, name, email }) => (
    <Row key={personId} gap="sm" wrap>
      <Text size="small">{t('operator.owner', { name })}</Text>
      <TextLink size="small" label={email} href={`mailto:${email}`} />
    </Row>
  ))
}
