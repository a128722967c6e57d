import { Navigate, Route, Routes, useLocation } from 'react-router'
import { listMarkets } from '@buy-locals/contracts/business/operations'
import { Page, Shell, SkipLink } from '@buy-locals/ui/layout'
import type { IconName } from '@buy-locals/ui/icon-name'
import { NavLink } from '@buy-locals/ui/nav-link'
import { Stack } from '@buy-locals/ui/stack'
import { useOperationQuery } from '../api/queries'
import { marketsOf, useKnownMe } from '../session/me'
import { Answered } from '../shell/answered'
import { Brand } from '../shell/brand'
import { NotFound } from '../shell/not-found'
import { SignOut } from '../shell/sign-out'
import { useT } from '../messages/use-t'
import { MarketBusinesses } from './market-businesses'
import { MarketSettings } from './market-settings'
import styles from './operator-page.module.css'
import { Problems } from './problems'

const pages = [
  { path: 'businesses', icon: 'store' },
  { path: 'problems', icon: 'flag' },
  { path: 'settings', icon: 'settings' },
] as const satisfies { path: string; icon: IconName }[]

/** For whoever looks after a market. */
export function Component() {
  const t = useT()
  const { pathname } = useLocation()
  const me = useKnownMe()
  const scopes = marketsOf(me)
  const markets = useOperationQuery(listMarkets, {}, { when: scopes.length > 0 })
  if (scopes.length === 0) return <NotFound />
  const sidebar = (
    <div className={styles.sidebar}>
      <Brand />
      <Stack gap="hair">
        {pages.map(({ path, icon }) => (
          <NavLink
            key={path}
            label={t(`operator.${path}`)}
            icon={icon}
            href={`/operator/${path}`}
            current={pathname.startsWith(`/operator/${path}`)}
          />
        ))}
      </Stack>
      <div className={styles.foot}>
        {me.memberships.length > scopes.length && (
          <NavLink label={t('shell.otherBusiness')} icon="arrow-left" href="/" />
        )}
        <SignOut />
      </div>
    </div>
  )
  return (
    <>
      <SkipLink label={t('shell.skip')} />
      <Shell sidebarLabel={t('operator.nav')} sidebar={sidebar}>
        {markets.data ? (
          <Routes>
            <Route index element={<Navigate replace to="businesses" />} />
            <Route path="businesses" element={<MarketBusinesses markets={markets.data.items.filter(mine(scopes))} />} />
            <Route path="problems" element={<Problems markets={markets.data.items.filter(mine(scopes))} />} />
            <Route path="settings" element={<MarketSettings markets={markets.data.items.filter(mine(scopes))} />} />
            <Route path="*" element={<NotFound />} />
          </Routes>
        ) : (
          <Page>
            <Answered of={markets}>{() => null}</Answered>
          </Page>
        )}
      </Shell>
    </>
  )
}

const mine =
  (scopes: readonly string[]) =>
  ({ id }: { id: string }) =>
    scopes.includes('platform') || scopes.includes(id)
