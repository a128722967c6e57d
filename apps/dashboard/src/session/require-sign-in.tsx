import { useEffect } from 'react'
import { knownLocale } from '@buy-locals/values/locale'
import { rememberLocale } from '@buy-locals/features/session/chosen-locale'
import { Navigate, Outlet, useLocation } from 'react-router'
import { rememberAccount } from '@buy-locals/features/session/sign-in-again'
import { Page } from '@buy-locals/ui/layout'
import { isSignedOut, useMe } from '@buy-locals/client/me'
import { QueryResult, SkeletonRows } from '../shell/query-result'
import { useChangeLocale } from '../messages/locale'
import { ConfirmIdentity } from './confirm-identity'
import { SignInAgain } from './sign-in-again'

/** Guards the pages that need to know who is signed in. Whoever's session ends on a page stays there, with what they have typed. */
export function RequireSignIn() {
  const me = useMe()
  const { pathname, search } = useLocation()
  useEffect(() => rememberAccount(me.data), [me.data])
  useAccountLocale(me.data?.locale)
  if (isSignedOut(me.error) && !me.data)
    return <Navigate replace to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} />
  if (me.data) {
    return (
      <>
        <Outlet />
        <SignInAgain />
        <ConfirmIdentity />
      </>
    )
  }
  return (
    <Page>
      <QueryResult query={me} placeholder={<SkeletonRows count={4} />}>
        {() => null}
      </QueryResult>
    </Page>
  )
}

/** What is stored with the account holds in every browser in which somebody signs in. */
function useAccountLocale(stored: string | undefined): void {
  const change = useChangeLocale()
  const locale = knownLocale(stored)
  useEffect(() => {
    if (!locale) return
    rememberLocale(locale)
    void change(locale)
  }, [locale, change])
}
