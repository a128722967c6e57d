import { Navigate, Outlet, useLocation } from 'react-router'
import { Page } from '@buy-locals/ui/layout'
import { Answered, Rows } from '../shell/answered'
import { isSignedOut, useMe } from './me'

/** Everything behind it knows who is signed in. */
export function RequireMe() {
  const me = useMe()
  const { pathname, search } = useLocation()
  if (isSignedOut(me.error)) return <Navigate replace to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} />
  if (me.data) return <Outlet />
  return (
    <Page>
      <Answered of={me} bones={<Rows count={4} />}>
        {() => null}
      </Answered>
    </Page>
  )
}
