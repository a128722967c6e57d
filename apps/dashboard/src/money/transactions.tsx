import { address } from '@buy-locals/api-client/api'
import { listTransactions } from '@buy-locals/contracts/payment/operations'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Table } from '@buy-locals/ui/table'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { usePagedQuery } from '../api/use-paged-query'
import { Answered } from '../shell/answered'
import { More } from '../shell/more'
import { useHere } from '../shell/here'
import { onSite } from '../shell/site'
import { useTimes } from '../time/use-times'
import { useT } from '../messages/use-t'
import { usePrice } from '../messages/use-price'

export function Transactions() {
  const t = useT()
  const price = usePrice()
  const { business, params } = useHere()
  const { moment } = useTimes(business.timeZone)
  const pages = usePagedQuery(listTransactions, { params, query: { limit: 50 } })
  const csv = onSite(address('', listTransactions, { params, query: { format: 'csv' } }))
  return (
    <Stack gap="md">
      <Row justify="between" wrap>
        <Title level={2}>{t('money.transactions')}</Title>
        <TextLink size="small" label={t('money.csv')} href={csv} />
      </Row>
      <Answered of={pages}>
        {(known) => {
          const rows = known.pages.flatMap(({ items }) => items)
          if (rows.length === 0) {
            return <EmptyState icon="wallet" title={t('money.none')} text={t('money.noneText')} />
          }
          return (
            <Table
              label={t('money.transactions')}
              rows={rows}
              rowId={({ id }) => id}
              columns={[
                { id: 'at', label: t('money.at'), cell: ({ at }) => moment(at) },
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
                { id: 'gross', label: t('money.gross'), numeric: true, cell: ({ gross }) => price(gross) },
                { id: 'fee', label: t('money.fee'), numeric: true, cell: ({ fee }) => price(fee) },
                { id: 'net', label: t('money.net'), numeric: true, cell: ({ net }) => price(net) },
              ]}
            />
          )
        }}
      </Answered>
      <More of={pages} />
    </Stack>
  )
}
