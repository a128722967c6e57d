import { readBalance } from '@buy-locals/contracts/payment/operations'
import { balanceTones, listBalanceParts } from '@buy-locals/features/money/balance-parts'
import { Card } from '@buy-locals/ui/card'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { QueryResult, SkeletonRows } from '../shell/query-result'
import { useCurrentBusiness } from '../shell/current-business'
import { useT, useFormatMoney } from '../messages/use-t'
import styles from './balance-cards.module.css'

/** The places where money can be, each with its meaning. Disputes are rare: without one there is no card for them. */
export function BalanceCards() {
  const t = useT()
  const formatMoney = useFormatMoney()
  const { params } = useCurrentBusiness()
  const balance = useOperationQuery(readBalance, { params })
  return (
    <Stack gap="md">
      <Title level={2}>{t('money.balance')}</Title>
      <QueryResult query={balance} placeholder={<SkeletonRows count={1} height={148} />}>
        {(amounts) => (
          <ul aria-label={t('money.balance')} className={styles.parts}>
            {listBalanceParts(amounts).map((part) => (
              <li key={part}>
                <Card>
                  <Text weight="strong" tone={amounts[part].amount === 0 ? 'quiet' : balanceTones[part]}>
                    {t(`money.${part}`)}
                  </Text>
                  <Text size="figure" weight="strong" tabular>
                    {formatMoney(amounts[part])}
                  </Text>
                  <Text size="small" tone="quiet">
                    {t(`money.${part}Text`)}
                  </Text>
                </Card>
              </li>
            ))}
          </ul>
        )}
      </QueryResult>
    </Stack>
  )
}
