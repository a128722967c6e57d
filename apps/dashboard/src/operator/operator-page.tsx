import { Navigate, Route, Routes } from 'react-router'
import { readSecondFactor } from '@buy-locals/contracts/auth/operations'
import { listMarkets } from '@buy-locals/contracts/business/operations'
import { Page, Shell, SkipLink } from '@buy-locals/ui/layout'
import { NavLink } from '@buy-locals/ui/nav-link'
import { Stack } from '@buy-locals/ui/stack'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { listOperatorScopes, useSignedIn } from '@buy-locals/client/me'
import { QueryResult } from '../shell/query-result'
import { Brand } from '../shell/signed-out-frame'
import { NotFound } from '../shell/fallback-pages'
import { FoldingSidebar } from '../shell/folding-sidebar'
import { useFocusOnArrival } from '../shell/use-focus-on-arrival'
import { useT } from '../messages/use-t'
import { Claims } from './claims'
import { FlaggedReviews } from './flagged-reviews'
import { ListingReports } from './listing-reports'
import { MarketBusinesses } from './market-businesses'
import { MarketSettings } from './market-settings'
import { NeedsSecondFactor } from './needs-second-factor'
import { Complaints } from './complaints'
import { OperatorNavigation } from './operator-navigation'
import { ReportedMessages } from './reported-messages'
import { MarketChoiceProvider } from './use-market'

/** The pages of a market, for its operators. */
export function Component() {
  const t = useT()
  const me = useSignedIn()
  const scopes = listOperatorScopes(me)
  const markets = useOperationQuery(listMarkets, {}, { when: scopes.length > 0 })
  const factor = useOperationQuery(readSecondFactor, {}, { when: scopes.length > 0 })
  useFocusOnArrival()
  if (scopes.length === 0) return <NotFound />
  if (factor.data?.isRequired && !factor.data.isOn) return <NeedsSecondFactor />
  const operated = markets.data?.items.filter(isOperatedBy(scopes)) ?? []
  const foot = me.memberships.length > scopes.length && (
    <NavLink label={t('shell.otherBusiness')} icon="arrow-left" href="/" />
  )
  const head = (
    <Stack grow>
      <Brand />
    </Stack>
  )
  return (
    <MarketChoiceProvider>
      <SkipLink label={t('shell.skip')} />
      <Shell
        sidebarLabel={t('operator.nav')}
        sidebar={
          <FoldingSidebar
            head={head}
            navigation={<OperatorNavigation markets={factor.data ? operated : []} />}
            foot={foot}
          />
        }
      >
        {markets.data && factor.data ? (
          <Routes>
            <Route index element={<Navigate replace to="businesses" />} />
            <Route path="businesses" element={<MarketBusinesses markets={operated} />} />
            <Route path="complaints" element={<Complaints markets={operated} />} />
            <Route path="claims" element={<Claims markets={operated} />} />
            <Route path="reports" element={<ListingReports markets={operated} />} />
            <Route path="reported-reviews" element={<FlaggedReviews markets={operated} />} />
            <Route path="reported-messages" element={<ReportedMessages markets={operated} />} />
            <Route path="settings" element={<MarketSettings markets={operated} />} />
            <Route path="*" element={<NotFound />} />
          </Routes>
        ) : (
          <Page>
            <QueryResult query={markets}>{() => <QueryResult query={factor}>{() => null}</QueryResult>}</QueryResult>
          </Page>
        )}
      </Shell>
    </MarketChoiceProvider>
  )
}

const isOperatedBy =
  (scopes: readonly string[]) =>
  ({ id }: { id: string }) =>
    scopes.includes('platform') || scopes.includes(id)
