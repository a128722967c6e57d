import { Navigate, Outlet, useLocation } from 'react-router'
import { Page } from '@buy-locals/ui/layout'
import { QueryResult, SkeletonRows } from '../shell/query-result'
import { isSignedOut, useMe } from './me'

/** Guards the pages that need to know who is signed in. */
export function RequireSignIn() {
  const me = useMe()
  const { pathname, search } = useLocation()
  if (isSignedOut(me.error)) return <Navigate replace to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} />
  if (me.data) return <Outlet />
  return (
    <Page>
      <QueryResult query={me} placeholder={<SkeletonRows count={4} />}>
        {() => null}
      </QueryResult>
    </Page>
  )
}
