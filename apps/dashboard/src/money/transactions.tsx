import { address } from '@buy-locals/api-client/api'
import { listTransactions } from '@buy-locals/contracts/payment/operations'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Table } from '@buy-locals/ui/table'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { usePagedQuery } from '@buy-locals/client/use-paged-query'
import { useTimes } from '@buy-locals/features/time/use-times'
import { PagedResult } from '../shell/query-result'
import { useCurrentBusiness } from '../shell/current-business'
import { siteUrl } from '../shell/links'
import { useCustomerNames } from './use-customer-names'
import { useT, useFormatMoney } from '../messages/use-t'

export const listedAtOnce = 50

export function Transactions() {
  const t = useT()
  const formatMoney = useFormatMoney()
  const { business, params } = useCurrentBusiness()
  const { formatMoment } = useTimes(business.timeZone)
  const transactions = usePagedQuery(listTransactions, { params, query: { limit: listedAtOnce } })
  const names = useCustomerNames(transactions.data?.pages ?? [])
  const csv = siteUrl(address('', listTransactions, { params, query: { format: 'csv' } }))
  return (
    <Stack gap="md">
      <Row justify="between" wrap>
        <Title level={2}>{t('money.transactions')}</Title>
        <TextLink size="small" label={t('money.csv')} href={csv} />
      </Row>
      <PagedResult
        query={transactions}
        empty={<EmptyState icon="wallet" title={t('money.none')} text={t('money.noneText')} />}
      >
        {(rows) => (
          <Table
            label={t('money.transactions')}
            rows={rows}
            rowId={({ id }) => id}
            columns={[
              { id: 'at', label: t('money.at'), cell: ({ at }) => formatMoment(at) },
              // Before what a phone shows only once the table is scrolled.
              { id: 'net', label: t('money.net'), numeric: true, cell: ({ net }) => formatMoney(net) },
              { id: 'kind', label: t('money.kind'), cell: ({ kind }) => t(`money.kinds.${kind}`) },
              {
                id: 'service',
                label: t('money.service'),
                cell: ({ bookingId, description }) =>
                  bookingId ? (
                    <TextLink size="small" label={description} href={`/bookings/${bookingId}`} />
                  ) : (
                    description
                  ),
              },
              {
                id: 'customer',
                label: t('money.customer'),
                cell: ({ bookingId }) => (bookingId && names.get(bookingId)) ?? '',
              },
              { id: 'gross', label: t('money.gross'), numeric: true, cell: ({ gross }) => formatMoney(gross) },
              { id: 'fee', label: t('money.fee'), numeric: true, cell: ({ fee }) => formatMoney(fee) },
            ]}
          />
        )}
      </PagedResult>
    </Stack>
  )
}
