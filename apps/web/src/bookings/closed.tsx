import { useEffect, useState } from 'react'
import { useLocation, useNavigate, useRevalidator } from 'react-router'
import { openManageLink } from '@buy-locals/contracts/booking/operations'
import type { Id } from '@buy-locals/values/ids'
import { Button, Buttons } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { Progress } from '@buy-locals/ui/progress'
import { useFragment } from '../account/use-fragment'
import { call } from '../api'
import { useSite } from '../site/use-site'
import { useT } from '../messages/site-i18n'

/** A guest's link brings its token behind the #, which no server log sees; here it becomes a cookie. */
export function Closed({ bookingId }: { bookingId: string }) {
  const t = useT()
  const site = useSite()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const { revalidate } = useRevalidator()
  const fragment = useFragment() ?? ''
  const token = fragment.length >= 20 ? fragment : undefined
  const [isBad, setBad] = useState(false)

  useEffect(() => {
    if (!token) return
    const params = { bookingId: bookingId as Id<'booking'> }
    call(openManageLink, { params, body: { token } }).then(
      async () => {
        await navigate(pathname, { replace: true })
        await revalidate()
      },
      () => setBad(true),
    )
  }, [token, bookingId, navigate, pathname, revalidate])

  if (token && !isBad) {
    return (
      <Page reading>
        <Progress label={t('booking.opening')} />
      </Page>
    )
  }
  return (
    <Page reading>
      <EmptyState
        level={1}
        icon="lock"
        title={t('booking.closedTitle')}
        text={t(isBad ? 'booking.linkBad' : 'booking.closedGuest')}
        action={
          <Buttons>
            {!site?.me && <Button label={t('site.signIn')} href={`/sign-in?to=${encodeURIComponent(pathname)}`} />}
            <Button tone="secondary" label={t('site.notFoundAction')} href="/" />
          </Buttons>
        }
      />
    </Page>
  )
}
