import { ErrorNotice as FeaturesNotice } from '@buy-locals/features/error-notice'
import { useT } from '../messages/mobile-i18n'

type ErrorNoticeProps = {
  error: unknown
  /** The fields that show their errors themselves. */
  marked?: readonly string[]
  onReload?: () => void
}

/** What went wrong, with the way on from here. */
export function ErrorNotice({ error, marked, onReload }: ErrorNoticeProps) {
  const t = useT()
  const ways = {
    'sign-in': { label: t('account.signIn'), href: '/sign-in' },
    bookings: { label: t('bookings.tab'), href: '/bookings' },
    account: { label: t('app.account'), href: '/account' },
    browse: { label: t('app.explore'), href: '/' },
    ...(onReload && { reload: { label: t('app.reload'), onPress: onReload } }),
  }
  return <FeaturesNotice error={error} marked={marked} ways={ways} />
}
