import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { listTransactions, readBalance, readEarnings } from '@buy-locals/contracts/payment/operations'
import { useI18n } from '@buy-locals/features/i18n'
import { balanceTones, listBalanceParts } from '@buy-locals/features/money/balance-parts'
import { useTimes } from '@buy-locals/features/time/use-times'
import { Button } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { DescriptionList } from '@buy-locals/ui/description-list'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { format, type Money } from '@buy-locals/values/money'
import { useT } from '../../messages/mobile-i18n'
import { siteLink } from '../../server/server-url'
import { LoadingScreen } from '../../shell/loading-screen'
import { Failed } from '../../shell/screen-error'
import { dashboardPath, useBusiness } from '../use-business'

/** Money at a glance: where it is, when more comes, and what came lately. */
export function MoneyScreen() {
  const t = useT()
  const { business, params, may } = useBusiness()
  const { locale } = useI18n()
  const { dayTitle, formatMoment } = useTimes(business.timeZone)
  const when = may('manager')
  const balance = useOperationQuery(readBalance, { params }, { when })
  const earnings = useOperationQuery(readEarnings, { params }, { when })
  const transactions = useOperationQuery(listTransactions, { params, query: { limit: 50 } }, { when })
  if (!when) {
    return (
      <Page>
        <EmptyState level={1} icon="wallet" title={t('business.money')} text={t('business.forManagers')} />
      </Page>
    )
  }
  const failed = [balance, earnings, transactions].find(({ data, error }) => error && !data)
  if (failed) return <Failed error={failed.error} onRetry={() => void failed.refetch()} />
  if (!balance.data || !earnings.data || !transactions.data) return <LoadingScreen />
  const formatMoney = (money: Money) => format(money, locale)
  const { releases } = earnings.data
  const released = transactions.data.items.filter(({ kind }) => kind === 'release').slice(0, most)
  return (
    <Page>
      <Title level={1}>{t('business.money')}</Title>
      <Stack gap="md">
        {listBalanceParts(balance.data).map((part) => (
          <Card key={part} label={t(`balance.${part}`)}>
            <Row wrap justify="between">
              <Text weight="strong" tone={balance.data[part].amount === 0 ? 'quiet' : balanceTones[part]}>
                {t(`balance.${part}`)}
              </Text>
              <Text size="figure" weight="strong" tabular>
                {formatMoney(balance.data[part])}
              </Text>
            </Row>
            <Text size="small" tone="quiet">
              {t(`balance.${part}Text`)}
            </Text>
          </Card>
        ))}
      </Stack>
      {releases.length > 0 && (
        <Stack gap="sm">
          <Title level={2}>{t('balance.releases')}</Title>
          <DescriptionList
            items={releases
              .slice(0, most)
              .map(({ date, amount }) => ({ label: dayTitle(date), value: formatMoney(amount) }))}
          />
        </Stack>
      )}
      <Stack gap="sm">
        <Title level={2}>{t('business.lastPayouts')}</Title>
        {released.length === 0 && <Text tone="quiet">{t('business.noPayouts')}</Text>}
        <DescriptionList
          items={released.map(({ at, net }) => ({ label: formatMoment(at), value: formatMoney(net) }))}
        />
      </Stack>
      <Button
        wide
        tone="secondary"
        icon="layout-dashboard"
        label={t('business.toDashboard')}
        href={siteLink(dashboardPath(business.id, 'money'))}
      />
    </Page>
  )
}

const most = 5
