import { listServices } from '@buy-locals/contracts/booking/operations'
import { Badge } from '@buy-locals/ui/badge'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import type { Id } from '@buy-locals/values/ids'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useFormatMoney, useT } from '../messages/use-t'

/** What a business wants to offer, before it is approved, and whether customers could book it. */
export function ServicesToReview({ businessId }: { businessId: Id<'business'> }) {
  const t = useT()
  const formatMoney = useFormatMoney()
  const { data } = useOperationQuery(listServices, { params: { businessId } })
  if (!data) return null
  const waiting = data.items.filter(({ awaitsPayments }) => awaitsPayments).length
  return (
    <Stack gap="sm">
      <Text>
        {data.items.length === 0
          ? t('operator.noServices')
          : data.items.map(({ name, price }) => `${name} (${formatMoney(price)})`).join(', ')}
      </Text>
      {waiting > 0 && (
        // No notice: of a list that is read after a press, that would take the focus.
        <>
          <Badge tone="pending" label={t('operator.awaitsPayments', { count: waiting })} />
          <Text size="small" tone="quiet">
            {t('operator.awaitsPaymentsText')}
          </Text>
        </>
      )}
    </Stack>
  )
}
