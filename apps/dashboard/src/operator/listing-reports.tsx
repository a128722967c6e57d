import { listListingReports, resolveListingReport } from '@buy-locals/contracts/business/operations'
import type { Market } from '@buy-locals/contracts/business/shapes'
import type { Output } from '@buy-locals/contracts/operation'
import { Button, Buttons } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import type { Id } from '@buy-locals/values/ids'
import { formatAddress } from '@buy-locals/values/address'
import { formatPhone } from '@buy-locals/values/phone'
import { usePagedQuery } from '@buy-locals/client/use-paged-query'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { useTimes } from '@buy-locals/features/time/use-times'
import { Section } from '../forms/edit-form'
import { useT } from '../messages/use-t'
import { NotFound } from '../shell/fallback-pages'
import { PagedResult } from '../shell/query-result'
import { Screen } from '../shell/screen'
import { Suspend } from './suspend'
import { useMarket } from './use-market'

type Report = Output<typeof listListingReports>['items'][number]

/** What people have reported of pages, until somebody has dealt with it. */
export function ListingReports({ markets }: { markets: readonly Market[] }) {
  const t = useT()
  const { market, field } = useMarket(markets)
  if (!market) return <NotFound />
  return (
    <Screen title={t('operator.reports')} place={market.name} intro={t('operator.reportsIntro')}>
      {field}
      <ReportsOfMarket key={market.id} marketId={market.id} timeZone={market.timeZone} />
    </Screen>
  )
}

function ReportsOfMarket({ marketId, timeZone }: { marketId: Id<'market'>; timeZone: string }) {
  const t = useT()
  const reports = usePagedQuery(listListingReports, { params: { marketId }, query: { limit: 20 } })
  const empty = <EmptyState icon="flag" title={t('operator.noReports')} text={t('operator.noReportsText')} />
  return (
    <PagedResult query={reports} empty={empty}>
      {(items) => (
        <Stack gap="lg">
          {items.map((report) => (
            <ReportCard key={report.id} report={report} timeZone={timeZone} />
          ))}
        </Stack>
      )}
    </PagedResult>
  )
}

function ReportCard({
  report: { id, business, fault, note, reportedAt },
  timeZone,
}: {
  report: Report
  timeZone: string
}) {
  const t = useT()
  const { formatMoment } = useTimes(timeZone)
  const resolve = useOperationMutation(resolveListingReport, {
    invalidates: [listListingReports],
    successText: t('operator.reportResolved'),
  })
  return (
    <Section title={business.name}>
      <Text weight="strong">{t(`operator.faults.${fault}`)}</Text>
      {note && <Text>{note}</Text>}
      <Text size="small" tone="quiet">
        {[
          formatAddress(business.address),
          business.phone && formatPhone(business.phone, business.address.country),
          formatMoment(reportedAt),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <TextLink external label={t('operator.toListing')} href={`/b/${business.slug}`} />
      <Buttons>
        <Button
          tone="secondary"
          label={t('operator.resolveReport')}
          name={t('operator.resolveReportName', { name: business.name })}
          busy={resolve.isPending}
          onPress={() => resolve.mutate({ input: { params: { reportId: id } } })}
        />
        {business.status === 'published' && <Suspend business={business} />}
      </Buttons>
    </Section>
  )
}
