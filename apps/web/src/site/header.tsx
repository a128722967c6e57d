import { Link, useLocation } from 'react-router'
import { Button } from '@buy-locals/ui/button'
import { IconButton } from '@buy-locals/ui/icon-button'
import { OnlyNarrow, OnlyWide, SkipLink, TopBar } from '@buy-locals/ui/layout'
import { NavLink } from '@buy-locals/ui/nav-link'
import { useSite } from './use-site'
import { useT } from '../messages/site-i18n'
import { AccountMenu } from './account-menu'
import styles from './header.module.css'

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
        <div className={styles.links}>
          <OnlyWide>
            <NavLink label={t('site.explore')} href="/" current={pathname === '/'} />
            <NavLink label={t('site.addBusiness')} href="/add-business" current={pathname === '/add-business'} />
            {!site?.me && bookings}
          </OnlyWide>
          {site?.me ? (
            bookings
          ) : (
            <OnlyNarrow>
              <IconButton icon="calendar" label={t('site.bookings')} href="/bookings" />
            </OnlyNarrow>
          )}
        </div>
      </TopBar>
    </>
  )
}

/** The awning of a shop, and a leaf in its door. */
function Brand() {
  const t = useT()
  return (
    <Link to="/" className={styles.brand} aria-label={t('site.home')}>
      <svg viewBox="0 0 64 64" width="36" height="36" aria-hidden>
        <rect width="64" height="64" rx="16" fill="var(--art-clay)" />
        <path
          d="M12 25 17 13h30l5 12a6.7 6.7 0 0 1-13.3 0 6.7 6.7 0 0 1-13.4 0A6.7 6.7 0 0 1 12 25z"
          fill="var(--art-paper)"
        />
        <path d="M17 36v15h30V36" fill="none" stroke="var(--art-paper)" strokeWidth="4" strokeLinejoin="round" />
        <path d="M32 51c0-8 3-13 10-15-1 8-4 12-10 15zm0 0c0-6-3-10-9-11 0 6 3 10 9 11z" fill="var(--art-butter)" />
      </svg>
      <span>{t('site.name')}</span>
    </Link>
  )
}
