import { readClaimant } from '@buy-locals/contracts/auth/operations'
import { Row } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import type { Id } from '@buy-locals/values/ids'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useT } from '../messages/use-t'

/** Whom to ask about a claim. An address that is not verified may be anybody's. */
export function Claimant({ claimId }: { claimId: Id<'claim'> }) {
  const t = useT()
  const { data } = useOperationQuery(readClaimant, { params: { claimId } })
  if (!data) return null
  return (
    <Row gap="sm" wrap>
      <Text size="small">{t('operator.claimant', { name: data.name })}</Text>
      <TextLink size="small" label={data.email} href={`mailto:${data.email}`} />
      {!data.emailVerified && (
        <Text size="small" tone="quiet">
          {t('operator.claimantUnverified')}
        </Text>
      )}
    </Row>
  )
}
