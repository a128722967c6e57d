import { useLocation, useRevalidator } from 'react-router'
import { ErrorNotice as FeaturesNotice } from '@buy-locals/features/error-notice'
import { useT } from '../messages/site-i18n'

type ErrorNoticeProps = {
  error: unknown
  /** The fields that show their errors themselves. */
  marked?: readonly string[]
}

/** What went wrong, with the way on from here. */
export function ErrorNotice({ error, marked }: ErrorNoticeProps) {
  const t = useT()
  const { pathname, search } = useLocation()
  const { revalidate } = useRevalidator()
  const ways = {
    'sign-in': { label: t('site.signIn'), href: `/sign-in?to=${encodeURIComponent(pathname + search)}` },
    bookings: { label: t('site.bookings'), href: '/bookings' },
    account: { label: t('site.accountPage'), href: '/account' },
    browse: { label: t('site.notFoundAction'), href: '/' },
    reload: { label: t('site.brokenAction'), onPress: () => void revalidate() },
  }
  return <FeaturesNotice error={error} marked={marked} ways={ways} />
}
