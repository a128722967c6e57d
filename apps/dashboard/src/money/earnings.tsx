import type { Output } from '@buy-locals/contracts/operation'
import { readEarnings } from '@buy-locals/contracts/payment/operations'
import { useI18n } from '@buy-locals/features/i18n'
import { DescriptionList } from '@buy-locals/ui/description-list'
import { Stack } from '@buy-locals/ui/stack'
import { Table } from '@buy-locals/ui/table'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { formatMonths } from '@buy-locals/values/format-time'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useTimes } from '@buy-locals/features/time/use-times'
import { QueryResult, SkeletonRows } from '../shell/query-result'
import { useCurrentBusiness } from '../shell/current-business'
import { useFormatMoney, useT } from '../messages/use-t'

/** When what is held reaches the business, and what each month came to. Without either there is nothing to show. */
export function Earnings() {
  const { params } = useCurrentBusiness()
  const earnings = useOperationQuery(readEarnings, { params })
  return (
    <QueryResult query={earnings} placeholder={<SkeletonRows count={2} />}>
      {({ releases, months }) => (
        <>
          {releases.length > 0 && <Releases releases={releases} />}
          {months.length > 0 && <Months months={months} />}
        </>
      )}
    </QueryResult>
  )
}

type BusinessEarnings = Output<typeof readEarnings>

function Releases({ releases }: Pick<BusinessEarnings, 'releases'>) {
  const t = useT()
  const formatMoney = useFormatMoney()
  const { business } = useCurrentBusiness()
  const { dayTitle } = useTimes(business.timeZone)
  return (
    <Stack gap="md">
      <Title level={2}>{t('money.releases')}</Title>
      <Text size="small" tone="quiet">
        {t('money.releasesText')}
      </Text>
      <DescriptionList
        items={releases.map(({ date, amount }) => ({ label: dayTitle(date), value: formatMoney(amount) }))}
      />
    </Stack>
  )
}

function Months({ months }: Pick<BusinessEarnings, 'months'>) {
  const t = useT()
  const i18n = useI18n()
  const formatMoney = useFormatMoney()
  const formatMonth = (month: string) => formatMonths(i18n, `${month}-01T12:00:00Z`, `${month}-01T12:00:00Z`, 'UTC')
  return (
    <Stack gap="md">
      <Title level={2}>{t('money.months')}</Title>
      <Table
        label={t('money.months')}
        rows={months}
        rowId={({ month }) => month}
        columns={[
          { id: 'month', label: t('money.month'), cell: ({ month }) => formatMonth(month) },
          { id: 'net', label: t('money.net'), numeric: true, cell: ({ net }) => formatMoney(net) },
          { id: 'paid', label: t('money.paid'), numeric: true, cell: ({ paid }) => formatMoney(paid) },
          { id: 'returned', label: t('money.returned'), numeric: true, cell: ({ returned }) => formatMoney(returned) },
          { id: 'fee', label: t('money.fee'), numeric: true, cell: ({ fee }) => formatMoney(fee) },
        ]}
      />
    </Stack>
  )
}
