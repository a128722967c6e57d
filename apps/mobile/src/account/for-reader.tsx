import type { ReactNode } from 'react'
import { isSignedOut, useMe } from '@buy-locals/client/me'
import type { readMe } from '@buy-locals/contracts/auth/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { useT } from '../messages/mobile-i18n'
import { SignInFirst } from '../session/sign-in-first'
import { LoadingScreen } from '../shell/loading-screen'
import { Failed } from '../shell/screen-error'

type Me = Output<typeof readMe>

/** A screen that only whoever is signed in has, and what is in its place for everybody else. */
export function ForReader({ children }: { children: (me: Me) => ReactNode }) {
  const t = useT()
  const { data: me, error, isPending, refetch } = useMe()
  if (isPending) return <LoadingScreen />
  if (isSignedOut(error)) return <SignInFirst text={t('account.guestText')} />
  if (!me) return <Failed error={error} onRetry={() => void refetch()} />
  return children(me)
}
