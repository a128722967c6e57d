import { useLocation } from 'react-router'
import { ErrorNotice as FeaturesNotice } from '@buy-locals/features/error-notice'
import { queryClient } from '../api/queries'
import { useT } from '../messages/use-t'
import { siteUrl } from './links'

/** What went wrong, with the way on: what the page shows is read again, or the account is on the site. */
export function ErrorNotice({ error }: { error: unknown }) {
  const t = useT()
  const { pathname, search, hash } = useLocation()
  const ways = {
    'sign-in': { label: t('session.signIn'), href: `/sign-in?to=${encodeURIComponent(pathname + search + hash)}` },
    account: { label: t('failure.toAccount'), href: siteUrl('/account') },
    reload: { label: t('failure.reload'), onPress: () => void queryClient.invalidateQueries() },
  }
  return <FeaturesNotice error={error} ways={ways} />
}
