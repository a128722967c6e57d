import { useLocation } from 'react-router'
import { Button } from '@buy-locals/ui/button'
import { OnlyWide, SkipLink, TopBar } from '@buy-locals/ui/frame'
import { NavLink } from '@buy-locals/ui/nav-link'
import { useSite } from './use-site'
import { useSay } from '../words/say'
import { AccountMenu } from './account-menu'
import { Brand } from './brand'

export function Header() {
  const say = useSay()
  const site = useSite()
  const { pathname, search } = useLocation()
  const back = pathname === '/sign-in' ? '' : `?to=${encodeURIComponent(pathname + search)}`
  const actions = site?.me ? (
    <AccountMenu me={site.me} isMember={site.isMember} />
  ) : (
    <Button label={say('site.signIn')} href={`/sign-in${back}`} tone="secondary" />
  )
  const bookings = <NavLink label={say('site.bookings')} href="/bookings" here={pathname === '/bookings'} />
  return (
    <>
      <SkipLink label={say('site.skip')} />
      <TopBar name={say('site.menu')} brand={<Brand />} actions={actions} wide>
        <div className="push">
          <OnlyWide>
            <NavLink label={say('site.explore')} href="/" here={pathname === '/'} />
            <NavLink label={say('site.addBusiness')} href="/add-business" here={pathname === '/add-business'} />
            {!site?.me && bookings}
          </OnlyWide>
          {site?.me && bookings}
        </div>
      </TopBar>
    </>
  )
}
