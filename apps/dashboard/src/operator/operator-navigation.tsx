import { useLocation } from 'react-router'
import { listComplaints, listReportedMessages } from '@buy-locals/contracts/booking/operations'
import { listClaims, listListingReports, listMarketBusinesses } from '@buy-locals/contracts/business/operations'
import type { Market } from '@buy-locals/contracts/business/shapes'
import { listFlaggedReviews } from '@buy-locals/contracts/review/operations'
import { usePagedQuery } from '@buy-locals/client/use-paged-query'
import type { IconName } from '@buy-locals/ui/icon-name'
import { NavLink } from '@buy-locals/ui/nav-link'
import { Stack } from '@buy-locals/ui/stack'
import { useT } from '../messages/use-t'
import { useMarket } from './use-market'

const pages = [
  { path: 'businesses', label: 'businesses', icon: 'store' },
  { path: 'complaints', label: 'complaints', icon: 'flag' },
  { path: 'claims', label: 'claims', icon: 'users' },
  { path: 'reports', label: 'reports', icon: 'info' },
  { path: 'reported-reviews', label: 'reviews', icon: 'star' },
  { path: 'reported-messages', label: 'messages', icon: 'message-circle' },
  { path: 'settings', label: 'settings', icon: 'settings' },
] as const satisfies { path: string; label: string; icon: IconName }[]

type PageLabel = (typeof pages)[number]['label']

/** The pages of a market, each with how much waits there for a decision. */
export function OperatorNavigation({ markets }: { markets: readonly Market[] }) {
  const { market } = useMarket(markets)
  return market ? <CountedPages market={market} /> : <Pages counts={{}} />
}

function CountedPages({ market }: { market: Market }) {
  const input = { params: { marketId: market.id }, query: { limit: 20 } }
  const ofBusinesses = { ...input, query: { ...input.query, status: 'pending' as const } }
  const counts = {
    businesses: countWaiting(usePagedQuery(listMarketBusinesses, ofBusinesses)),
    complaints: countWaiting(usePagedQuery(listComplaints, input)),
    claims: countWaiting(usePagedQuery(listClaims, input)),
    reports: countWaiting(usePagedQuery(listListingReports, input)),
    reviews: countWaiting(usePagedQuery(listFlaggedReviews, input)),
    messages: countWaiting(usePagedQuery(listReportedMessages, input)),
  }
  return <Pages counts={counts} />
}

type Listed = { data: { pages: { items: unknown[] }[] } | undefined; hasNextPage: boolean }

/** "20+" where there are more than were read. */
function countWaiting({ data, hasNextPage }: Listed): string | undefined {
  const count = data?.pages.reduce((sum, { items }) => sum + items.length, 0)
  return count ? `${count}${hasNextPage ? '+' : ''}` : undefined
}

function Pages({ counts }: { counts: Partial<Record<PageLabel, string | undefined>> }) {
  const t = useT()
  const { pathname } = useLocation()
  return (
    <Stack gap="hair">
      {pages.map(({ path, label, icon }) => {
        const [page, count] = [t(`operator.${label}`), counts[label]]
        return (
          <NavLink
            key={path}
            label={count ? t('operator.waiting', { page, count }) : page}
            name={count ? t('operator.waitingName', { page, count }) : undefined}
            icon={icon}
            href={`/operator/${path}`}
            current={pathname.startsWith(`/operator/${path}`)}
          />
        )
      })}
    </Stack>
  )
}
