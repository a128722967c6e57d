import { useLocation } from 'react-router'
import { Button } from '@buy-locals/ui/button'
import { OnlyWide, SkipLink, TopBar } from '@buy-locals/ui/layout'
import { NavLink } from '@buy-locals/ui/nav-link'
import { useSite } from './use-site'
import { useT } from '../messages/site-i18n'
import { AccountMenu } from './account-menu'
import { Brand } from './brand'

export function Header() {
  const t = useT()
  const site = useSite()
  const { pathname, search } = useLocation()
  const back = pathname === '/sign-in' ? '' : `?to=${encodeURIComponent(pathname + search)}`
  const actions = site?.me ? (
    <AccountMenu me={site.me} isMember={site.isMember} />
  ) : (
    <Button label={t('site.signIn')} href={`/sign-in${back}`} tone="secondary" />
  )
  const bookings = <NavLink label={t('site.bookings')} href="/bookings" current={pathname === '/bookings'} />
  return (
    <>
      <SkipLink label={t('site.skip')} />
      <TopBar name={t('site.menu')} brand={<Brand />} actions={actions} wide>
        <div className="push">
          <OnlyWide>
            <NavLink label={t('site.explore')} href="/" current={pathname === '/'} />
            <NavLink label={t('site.addBusiness')} href="/add-business" current={pathname === '/add-business'} />
            {!site?.me && bookings}
          </OnlyWide>
          {site?.me && bookings}
        </div>
      </TopBar>
    </>
  )
}
